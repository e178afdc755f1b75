/* Keeps the headings, lists and links of a document that is pasted as rich text.

   Over the plain text box stands an editable one; what it holds goes along as
   HTML. Without this script the plain text box works alone. */

(() => {
  const form = document.querySelector('[data-faq-paste]');
  const plain = form.querySelector('textarea');
  const html = form.querySelector('input[name="html"]');

  const box = document.createElement('div');
  box.className = 'faq-paste';
  box.contentEditable = 'true';
  box.tabIndex = 0;
  box.setAttribute('role', 'textbox');
  box.setAttribute('aria-multiline', 'true');
  box.setAttribute('aria-label', form.querySelector('label')?.textContent.trim() ?? '');
  box.setAttribute('aria-describedby', plain.getAttribute('aria-describedby') ?? '');
  box.innerText = plain.value;

  let rich = html.value;
  box.addEventListener('paste', (event) => {
    const whole = event.clipboardData.getData('text/html');
    const emptyBefore = !box.innerText.trim();
    // Only a paste into the empty box is the document; later ones are edits.
    rich = whole && emptyBefore ? whole : '';
  });
  box.addEventListener('input', () => {
    html.value = rich || (box.querySelector('*') ? box.innerHTML : '');
    rich = '';
    plain.value = box.innerText;
  });

  plain.hidden = true;
  plain.before(box);
})();
