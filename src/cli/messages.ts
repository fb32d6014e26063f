/** Texts of what the command line finds wrong in files and cells, by code. */
export const cliMessages = {
  'row.noText': { zh: '标题和内容都是空的', en: 'has neither title nor text' },
  'row.tooMuchText': { zh: '内容超过 {limit} 字', en: 'has a text of more than {limit} characters' },
  'file.noRows': { zh: '没有可用的数据行', en: 'has no row that can be used' },
  'demo.accounts': {
    zh: '演示账号的密码是公开的，只能监听本机：请停用这些账号，或设置 DUIJIE_DEMO_ACCOUNTS=on',
    en: 'lets others reach the demo accounts, whose password everybody knows: suspend them, or set DUIJIE_DEMO_ACCOUNTS=on',
  },
  'account.unknown': { zh: '没有这个账号', en: 'is the name or id of no account' },
  'data.missing': { zh: '这里还没有数据', en: 'holds no data yet' },
  'file.missing': { zh: '文件不存在', en: 'is not there' },
  'file.taken': { zh: '已经存在，不会覆盖', en: 'is there already and is not overwritten' },
  'store.elsewhere': {
    zh: '数据在 MongoDB 中：请用 mongodump、mongorestore，见 docs/deploy.md',
    en: 'the records are in MongoDB: use mongodump and mongorestore, see docs/deploy.md',
  },
  'store.present': {
    zh: '这里已有数据；要替换请加 --replace，原文件会保留为 .before',
    en: 'holds data already; --replace puts the backup in its place and keeps the old file as .before',
  },
  'store.inUse': {
    zh: '正被使用，请先停止服务',
    en: 'is in use: stop the server and other commands first',
  },
  'store.damaged': { zh: '已损坏：{problem}', en: 'is damaged: {problem}' },
  'store.foreign': { zh: '不是对接的数据文件', en: 'is no data file of Duijie' },
  'store.newer': {
    zh: '数据版本 {layout} 比本程序认识的 {known} 新，请用更新的程序',
    en: 'has layout {layout}, this program knows {known}: use a newer version of the program',
  },
  'store.address': {
    zh: '应为 sqlite:文件、mongodb://… 或 MONGO_URL',
    en: 'should be sqlite:FILE, mongodb://… or MONGO_URL',
  },
  'copy.occupied': { zh: '已有数据，只能搬到空的数据库', en: 'holds data already; it has to be empty' },
  'copy.other': {
    zh: '目标里有从另一处搬来的一半数据',
    en: 'is not the one from which the target holds half a copy',
  },
  'copy.differs': { zh: '两边不一致', en: 'is not the same on both sides' },
  'file.notJson': { zh: '不是 JSON', en: 'is no JSON' },
  'weights.unknown': { zh: '没有这个版本的权重', en: 'is no version of the weights' },
  'weights.refused': {
    zh: '不能提出或启用：已有这个版本、正在使用，或不适合本程序',
    en: 'is known, is in use already, or was made for other features than this program has',
  },
  'setting.refused': { zh: '取值有误，应为：{allowed}', en: 'holds what it may not; allowed: {allowed}' },
} as const
