/* What the editor of an FAQ page adds to Wagtail's StreamField. */

(() => {
  const { StructBlockDefinition, StreamBlockDefinition } = window.wagtailStreamField.blocks;

  class QuestionBlockDefinition extends StructBlockDefinition {
    render(...args) {
      const block = super.render(...args);
      const duplicate = block.getDuplicatedState?.bind(block) ?? block.getState.bind(block);
      // A duplicate is another question: it gets an anchor of its own.
      block.getDuplicatedState = () => ({ ...duplicate(), anchor: '' });
      return block;
    }
  }

  const hasWords = (child) => Boolean(child.block.childBlocks?.question?.getValue()?.trim());

  class BodyBlockDefinition extends StreamBlockDefinition {
    render(placeholder, prefix, initialState, initialError) {
      const stream = super.render(placeholder, prefix, initialState, initialError);
      const faulty = initialError?.blockErrors ?? {};
      stream.children.forEach((child, index) => {
        if (child.type === 'question' && hasWords(child) && !(index in faulty)) child.collapse();
      });
      this.renderAddButton(stream);
      return stream;
    }

    renderAddButton(stream) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button button-secondary faq-add-question';
      button.textContent = this.meta.addQuestionLabel;
      button.addEventListener('click', () => {
        const last = stream.children.findLastIndex((child) => child.type === 'question');
        const position = last < 0 ? stream.children.length : last + 1;
        stream._onRequestInsert(position, { type: 'question' });
      });
      stream.container.append(button);
    }
  }

  // A finding in the preview leads to its block. Wagtail follows such an anchor only while the
  // page loads: later the block may be on another tab, or folded.
  const showBlock = () => {
    const block = window.location.hash.startsWith('#block-')
      && document.getElementById(window.location.hash.slice(1));
    if (!block) return;
    const tab = block.closest('[role="tabpanel"][hidden]');
    if (tab) document.querySelector(`[role="tab"][aria-controls="${tab.id}"], [role="tab"][href="#${tab.id}"]`)?.click();
    const toggle = block.querySelector('[data-panel-toggle]');
    if (toggle?.getAttribute('aria-expanded') === 'false') toggle.click();
    block.scrollIntoView();
    toggle?.focus({ preventScroll: true });
  };
  window.addEventListener('hashchange', showBlock);
  // A second click on the same finding changes no address.
  window.addEventListener('popstate', showBlock);

  window.telepath.register('faq_pages.blocks.QuestionBlock', QuestionBlockDefinition);
  window.telepath.register('faq_pages.blocks.BodyBlock', BodyBlockDefinition);
})();
