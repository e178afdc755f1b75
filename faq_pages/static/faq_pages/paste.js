/* Keeps the headings, lists and links of a document that is pasted as rich text.

   Over the plain text box stands an editable one; what is pasted into it goes
   along as the clipboard had it. Without this script the plain box works alone. */

(() => {
  const form = document.querySelector('[data-faq-paste]');
  const plain = form.querySelector('textarea');
  const html = form.querySelector('input[name="html"]');

  const box = document.createElement('div');
  box.className = 'faq-paste';
  box.contentEditable = 'true';
  box.setAttribute('role', 'textbox');
  box.setAttribute('aria-multiline', 'true');
  box.setAttribute('aria-label', form.querySelector('label').textContent.trim());
  box.setAttribute('aria-describedby', plain.getAttribute('aria-describedby') ?? '');
  box.innerText = plain.value;

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
})();
