/* Suggests questions while somebody types. Without it the box leads to the search page. */
(function () {
  'use strict';
  var form = document.querySelector('form.faq-search[data-suggest]');
  if (!form || !window.fetch) return;
  var box = form.querySelector('input[type="search"]');
  var list = document.createElement('ul');
  var status = document.createElement('p');
  var chosen = -1, asked = 0, timer = 0, waiting = false;

  list.id = 'faq-suggestions';
  list.className = 'faq-suggestions';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', form.dataset.label);
  list.hidden = true;
  status.className = 'faq-unseen';
  status.setAttribute('role', 'status');
  form.querySelector('.faq-search-row').appendChild(list);
  form.appendChild(status);
  set(box, {role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false'});

  function set(element, attributes) {
    Object.keys(attributes).forEach(function (name) { element.setAttribute(name, attributes[name]); });
  }

  /* Also calls off what has not been asked, or answered, yet. */
  function close() {
    clearTimeout(timer);
    waiting = false;
    asked += 1;
    list.hidden = true;
    choose(-1);
    box.setAttribute('aria-expanded', 'false');
  }

  function choose(number) {
    chosen = number;
    Array.prototype.forEach.call(list.children, function (item, place) {
      item.setAttribute('aria-selected', String(place === number));
      if (place === number && item.scrollIntoView) item.scrollIntoView({block: 'nearest'});
    });
    if (number < 0) box.removeAttribute('aria-activedescendant');
    else box.setAttribute('aria-activedescendant', list.children[number].id);
  }

  function show(questions) {
    waiting = false;
    list.textContent = '';
    questions.forEach(function (found, place) {
      var item = document.createElement('li');
      set(item, {role: 'option', id: 'faq-suggestion-' + place, 'data-url': found.url});
      item.textContent = found.question;
      list.appendChild(item);
    });
    list.hidden = !questions.length;
    choose(-1);
    box.setAttribute('aria-expanded', String(!list.hidden));
    status.textContent = questions.length ? form.dataset.some : form.dataset.none;
  }

  function ask() {
    var typed = box.value.trim(), mine = (asked += 1);
    if (typed.length < 3 || document.activeElement !== box) return close();
    fetch(form.dataset.suggest + '?q=' + encodeURIComponent(typed))
      .then(function (answer) { return answer.ok ? answer.json() : {questions: []}; })
      .then(function (found) { if (mine === asked) show(found.questions); })
      .catch(function () { if (mine === asked) close(); });
  }

  box.addEventListener('input', function () {
    clearTimeout(timer);
    waiting = true;
    timer = setTimeout(ask, 150);
  });
  box.addEventListener('keydown', function (event) {
    var last = list.children.length - 1;
    if (list.hidden && !(waiting && event.key === 'Escape')) return;
    if (event.key === 'ArrowDown') choose(chosen < last ? chosen + 1 : 0);
    else if (event.key === 'ArrowUp') choose(chosen > 0 ? chosen - 1 : last);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && chosen >= 0) location.href = list.children[chosen].dataset.url;
    else return;
    event.preventDefault();
  });
  /* Before the box loses the focus, and with it the list. */
  list.addEventListener('mousedown', function (event) {
    var item = event.target.closest('li');
    event.preventDefault();
    if (item && event.button === 0) location.href = item.dataset.url;
  });
  box.addEventListener('blur', close);
  form.addEventListener('submit', close);
})();
