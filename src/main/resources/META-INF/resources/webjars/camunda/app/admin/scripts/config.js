import { layOutTexts } from '../../../../dangwu/webapps/texts.js';

await layOutTexts('admin');

export default {
  app: {
    name: '系统管理',
    vendor: '党务流程'
  },
  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  },
  customScripts: ['../../../dangwu/webapps/plugin'],
  disableWelcomeMessage: true
};
