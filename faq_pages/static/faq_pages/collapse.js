/* Folds answers that a browser's search can open. */
document.querySelectorAll('[data-show]').forEach((page) => {
  if (!('onbeforematch' in page)) return;
  const make = () => document.createElement('button');
  const all = make();
  const folds = [];
  const set = (fold, open) => {
    fold.hidden = open ? false : 'until-found';
    fold.button.ariaExpanded = open;
    const shut = folds.some((one) => one.hidden);
    all.textContent = page.dataset[shut ? 'show' : 'hide'];
    all.onclick = () => setAll(shut);
  };
  const setAll = (open) => folds.map((fold) => set(fold, open));
  const reveal = (hash = '') => {
    const aim = document.getElementById(decodeURI(hash.slice(1)));
    const fold = folds.find((one) => one.parentNode.contains(aim));
    if (!fold) return;
    set(fold, true);
    aim.scrollIntoView();
  };

  for (const fold of page.querySelectorAll('.faq-answer')) {
    if (fold.querySelector('.faq-callout-urgent')) continue;
    const button = (fold.button = make());
    const heading = fold.parentNode.querySelector('h2, h3');
    button.append(...heading.childNodes);
    heading.append(button);
    button.setAttribute('aria-controls', fold.id);
    button.onclick = () => set(fold, !!fold.hidden);
    fold.onbeforematch = () => set(fold, true);
    folds.push(fold);
  }
  if (folds[0]) page.prepend(all);
  setAll(false);
  onbeforeprint = () => setAll(true);
  onhashchange = () => reveal(location.hash);
  onclick = ({target}) => reveal(target.closest('a')?.hash);
  reveal(location.hash);
});
