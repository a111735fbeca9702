import { layOutTexts } from '../../../../dangwu/webapps/texts.js';

await layOutTexts('welcome');

export default {
  app: {
    name: '欢迎',
    vendor: '党务流程'
  },
  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  },
  customScripts: ['../../../dangwu/webapps/plugin'],
  disableWelcomeMessage: true,
  links: []
};
