/* Two conveniences over a form that works without them.

   Over the plain text box stands an editable one, so that what is pasted goes
   along as the clipboard had it: with its headings, lists and links. A file that
   is too large is named before it is sent, and a long upload shows how far it is. */

(() => {
  const form = document.querySelector('[data-faq-import]');

  // -- Pasting ---------------------------------------------------------------

  const plain = form.querySelector('textarea');
  const html = form.querySelector('input[name="html"]');

  const label = form.querySelector(`label[for="${plain.id}"]`);
  const box = document.createElement('div');
  box.className = 'faq-paste';
  box.contentEditable = 'true';
  box.setAttribute('role', 'textbox');
  box.setAttribute('aria-multiline', 'true');
  box.setAttribute('aria-label', label.textContent.trim());
  box.setAttribute('aria-describedby', plain.getAttribute('aria-describedby') ?? '');
  box.ariaInvalid = plain.ariaInvalid;
  box.innerText = plain.value;
  label.addEventListener('click', () => box.focus());

  let pasted = null;
  let rich = Boolean(html.value);

  box.addEventListener('paste', ({ clipboardData }) => {
    // Only what goes into the empty box is the document; later pastes are edits of it.
    if (box.innerText.trim()) return;
    pasted = { html: clipboardData.getData('text/html'), text: clipboardData.getData('text/plain') };
    rich = Boolean(pasted.html);
  });

  box.addEventListener('input', () => {
    html.value = pasted?.html ?? (rich ? box.innerHTML : '');
    plain.value = pasted?.text ?? box.innerText;
    pasted = null;
  });

  plain.hidden = true;
  plain.before(box);

  // What was refused is the first thing to mend.
  const refused = form.querySelector('[aria-invalid="true"]');
  refused?.focus();

  // -- Uploading -------------------------------------------------------------

  const file = form.querySelector('input[type="file"]');
  const button = form.querySelector('button[type="submit"]');
  const tooLarge = form.querySelector('[data-faq-too-large]');
  const progress = form.querySelector('[data-faq-progress]');
  const bar = progress.querySelector('progress');
  const words = progress.querySelector('p');

  const size = () => Math.max(file.files[0]?.size ?? 0, html.value.length, plain.value.length);
  const isTooLarge = () => size() > Number(file.dataset.maxBytes);

  file.addEventListener('change', () => {
    tooLarge.hidden = !isTooLarge();
  });

  const show = (sentence) => {
    progress.hidden = false;
    words.textContent = sentence;
  };

  const finish = (request) => {
    const isJson = request.getResponseHeader('content-type')?.includes('json');
    if (request.status === 200 && isJson) {
      window.location.assign(JSON.parse(request.responseText).url);
      return;
    }
    if (request.status === 403) {
      // Signed out meanwhile: the browser's own way leads to signing in.
      form.submit();
      return;
    }
    // The same page again, with what is wrong at its field.
    document.open();
    document.write(request.responseText);
    document.close();
  };

  form.addEventListener('submit', (event) => {
    if (isTooLarge()) {
      event.preventDefault();
      tooLarge.hidden = false;
      file.focus();
      return;
    }
    event.preventDefault();
    button.disabled = true;
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      bar.value = (100 * loaded) / total;
      show(words.dataset.uploading);
    });
    request.upload.addEventListener('load', () => {
      bar.removeAttribute('value');
      show(words.dataset.reading);
    });
    request.addEventListener('load', () => finish(request));
    // Without a connection the browser's own way says what is wrong.
    request.addEventListener('error', () => form.submit());
    request.send(new FormData(form));
  });
})();
