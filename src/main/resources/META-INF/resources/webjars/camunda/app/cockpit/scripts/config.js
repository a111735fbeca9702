import { layOutTexts } from '../../../../dangwu/webapps/texts.js';

await layOutTexts('cockpit');

export default {
  app: {
    name: '驾驶舱',
    vendor: '党务流程'
  },
  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  },
  customScripts: ['../../../dangwu/webapps/plugin'],
  disableWelcomeMessage: true
};
