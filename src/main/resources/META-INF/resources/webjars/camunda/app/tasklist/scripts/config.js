import { layOutTexts } from '../../../../dangwu/webapps/texts.js';

await layOutTexts('tasklist');

export default {
  app: {
    name: '任务列表',
    vendor: '党务流程'
  },
  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  },
  customScripts: ['../../../dangwu/webapps/plugin'],
  disableWelcomeMessage: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: '签收当前任务'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: '转到筛选列表'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: '转到任务列表'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: '转到任务表单的第一项'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: '打开“启动流程”窗口'
    }
  }
};
