'use strict';

// A file that the server would refuse for its size is not even sent.
document.querySelectorAll('form[data-upload]').forEach((form) => {
  const input = form.querySelector('input[type=file]');
  const message = form.querySelector('[data-upload-message]');
  const missing = form.querySelector('[data-upload-missing]');
  const name = form.querySelector('[data-upload-name]');
  const button = form.querySelector('button[type=submit]');
  // The browser's own words would come in the language of the browser.
  form.noValidate = true;
  const tooLarge = () => input.files.length > 0 && input.files[0].size > Number(form.dataset.upload);
  input.addEventListener('change', () => {
    name.textContent = input.files.length > 0 ? input.files[0].name : '尚未选择';
    message.hidden = !tooLarge();
    missing.hidden = true;
    button.disabled = tooLarge();
  });
  form.addEventListener('submit', (event) => {
    if (tooLarge() || input.files.length === 0) {
      event.preventDefault();
      missing.hidden = input.files.length > 0;
    } else {
      button.disabled = true;
      button.textContent = '正在上传';
    }
  });
});

// Shows how far an import has come; when it has ended, the page is loaded again with the outcome.
document.querySelectorAll('[data-progress]').forEach((box) => {
  const bar = box.querySelector('progress');
  const rows = box.querySelector('[data-progress-rows]');
  const ask = async () => {
    try {
      const answer = await fetch(box.dataset.progress, { headers: { Accept: 'application/json' } });
      if (!answer.ok || answer.redirected) {
        window.location.reload();
        return;
      }
      const progress = await answer.json();
      if (!progress.running) {
        window.location.reload();
        return;
      }
      box.querySelector('[data-progress-label]').textContent = progress.label;
      if (bar) {
        bar.value = progress.percent;
        rows.textContent = `已处理 ${progress.done} 行，共 ${progress.total} 行`;
      }
    } catch (error) {
      // The line may be down for a moment; the next round asks again.
      console.warn(error);
    }
    window.setTimeout(ask, 1000);
  };
  window.setTimeout(ask, 700);
});
