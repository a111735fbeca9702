import { Form } from '@bpmn-io/form-js-viewer';

window.renderForm = async (container, schema) => {
  const form = new Form({ container });
  const { warnings } = await form.importSchema(schema, {});
  return warnings.map((w) => w.message ?? String(w));
};
