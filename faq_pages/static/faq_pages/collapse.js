/* Folds answers that a search can open. */
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
  const setAll = (open) => folds.map((one) => set(one, open));
  const reveal = () => {
    try {
      const aim = document.getElementById(decodeURI(location.hash.slice(1)));
      set(folds.find((one) => one.parentNode.contains(aim)), true);
      aim.scrollIntoView();
    } catch {} // It leads nowhere.
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
  onhashchange = reveal;
  onclick = (e) =>
    e.ctrlKey || e.metaKey || e.target.closest('a')?.href != location || reveal();
  reveal();
});
