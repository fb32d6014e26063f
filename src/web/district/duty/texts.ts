import type { Texts } from '../../i18n/types.js'

const zh = {
  duty: {
    help: '危机需求只通知此刻值班的人；街道或区此刻无人值班时，通知该街道或区的全体工作人员。已结束的值班不再列出。',
    nobody: '以下地方此刻无人值班，出现危机时通知其全体工作人员：',
    none: '还没有安排值班',
    now: '正在值班',
    inactive: '账号已停用，收不到通知',
    add: '安排值班',
    amend: '修改值班',
    amendOf: '修改值班：{{name}}，{{span}}',
    remove: '删除值班',
    removeOf: '删除值班：{{name}}，{{span}}',
    removeHelp: '这段时间若没有别人值班，危机需求将通知全体工作人员。',
    kept: '值班已安排',
    removed: '值班已删除',
    region: '街道或区',
    who: '值班人员',
    noStaff: '没有可安排的工作人员',
    from: '开始时间',
    to: '结束时间',
    longest: '一次最长 31 天',
  },
}

const en: Texts<typeof zh> = {
  duty: {
    help: 'Of a crisis only those are told who are on duty at that moment; where nobody is, in a street or the district, all of its staff are. Turns that are over are left out.',
    nobody: 'Nobody is on duty here at this moment; all staff are told of a crisis:',
    none: 'Nobody is on the roster yet',
    now: 'On duty now',
    inactive: 'Account suspended: not told',
    add: 'Add a turn',
    amend: 'Change turn',
    amendOf: 'Change turn: {{name}}, {{span}}',
    remove: 'Remove turn',
    removeOf: 'Remove turn: {{name}}, {{span}}',
    removeHelp: 'Where nobody else is on duty in that time, all staff are told of a crisis.',
    kept: 'The turn is on the roster',
    removed: 'The turn is removed',
    region: 'Street or district',
    who: 'On duty',
    noStaff: 'No staff to choose from',
    from: 'From',
    to: 'To',
    longest: '31 days at most',
  },
}

export const dutyTexts = { zh, en }
