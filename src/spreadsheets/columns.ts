import type { HeaderNames } from '../platform/tables/index.js'
import { type Measure, measures, measureTexts } from '../service-records/index.js'

/**
 * The headers under which people keep what Duijie reads, in Chinese and English; `headerKey` takes care of spaces,
 * case, full width and remarks in brackets. A header that two kinds of table use differently stands in one kind only.
 */
const text = ['内容', '描述', '说明', '详情', '简介', '介绍', 'description', 'details', 'content']
const categories = ['category', '类别', '服务类别', '服务类型', '类型', '服务分类', '分类']
const targetGroups = ['targetGroup', 'groups', 'group', '服务对象', '对象', '人群', '服务人群', '对象类别']
const region = ['regions', '区域', '所在区域', '地区', '服务区域', 'area', 'district', '区']
const street = ['街道', '所属街道', '街镇', 'subdistrict']
const community = ['社区', '所属社区', '社区名称', '村居']
const modes = ['mode', '服务方式', '方式', '形式', '服务形式', '期望方式']
const ages = ['age', 'ageRange', '年龄', '年龄段', '年龄范围', '适用年龄']
const unit = ['单位', '计量单位']
const externalId = ['外部编号', '来源编号', '原编号']
const state = ['status', '状态']

export type NeedField =
  | 'id'
  | 'externalId'
  | 'title'
  | 'text'
  | 'categories'
  | 'targetGroups'
  | 'region'
  | 'street'
  | 'community'
  | 'count'
  | 'ages'
  | 'amount'
  | 'unit'
  | 'urgency'
  | 'neededBy'
  | 'modes'
  | 'source'
  | 'state'
  | 'visibility'

export const needHeaders: HeaderNames<NeedField> = {
  externalId,
  id: ['编号', '序号', '需求编号', '需求id', 'needId', 'no'],
  title: ['标题', '名称', '需求标题', '需求名称', '主题', 'name', 'subject'],
  text: [...text, '需求', '需求内容', '需求描述', '需求说明', '具体需求', '诉求', 'need'],
  categories: [...categories, '需求类别', '需求类型'],
  targetGroups: [...targetGroups, '受助对象', '受益人群', '受益对象'],
  region: [...region, '地点'],
  street,
  community,
  count: ['人数', '受益人数', '服务人数', 'beneficiaries', 'beneficiaryCount', 'people'],
  ages,
  amount: ['数量', '需求量', '需求数量', 'quantity'],
  unit,
  urgency: ['紧急程度', '紧急度', '优先级', '紧急', 'priority'],
  neededBy: ['期望时间', '截止日期', '最晚时间', '希望完成时间', '需求时间', 'deadline'],
  modes,
  source: ['来源', '需求来源', '渠道', '信息来源', 'channel'],
  state,
  visibility: ['可见范围', '公开范围'],
}

export type OfferingField =
  | 'id'
  | 'externalId'
  | 'title'
  | 'text'
  | 'categories'
  | 'targetGroups'
  | 'region'
  | 'street'
  | 'community'
  | 'organization'
  | 'organizationId'
  | 'ages'
  | 'modes'
  | 'capacity'
  | 'unit'
  | 'calendar'
  | 'from'
  | 'until'
  | 'fee'
  | 'feeNote'
  | 'qualifications'
  | 'languages'
  | 'state'
  | 'confirmedAt'

export const offeringHeaders: HeaderNames<OfferingField> = {
  externalId,
  id: ['编号', '序号', '服务编号', '项目编号', '服务id', 'offeringId', 'no'],
  title: ['标题', '名称', '服务名称', '项目名称', '服务项目', '项目', 'name', 'service'],
  text: [...text, '服务内容', '服务描述', '服务介绍', '服务说明', '项目内容', '项目简介', '服务'],
  categories,
  targetGroups,
  region: [...region, 'coverage', '覆盖区域', '覆盖范围', '服务范围', '服务地区'],
  street,
  community,
  organization: [
    '机构',
    '组织',
    '机构名称',
    '组织名称',
    '社会组织',
    '服务机构',
    '承接机构',
    '提供方',
    'provider',
    'organisation',
    'organizationName',
  ],
  organizationId: ['机构编号', '组织编号', 'organisationId'],
  ages,
  modes,
  capacity: ['每月容量', '月服务量', '服务容量', '容量', '名额', '每月名额', 'perMonth', 'capacityPerMonth'],
  unit: [...unit, 'capacityUnit', '容量单位'],
  calendar: ['服务时间', '开放时间', '每周时间', 'hours', 'openingHours'],
  from: ['开始日期', '起始日期', '开始时间', 'start', 'periodFrom'],
  until: ['结束日期', '终止日期', '结束时间', 'end', 'periodUntil'],
  fee: ['收费', '费用', '价格', '收费标准', 'price', 'feeAmount'],
  feeNote: ['收费说明', '费用说明'],
  qualifications: ['资质', '服务资质', '人员资质', '所需资质', 'qualification'],
  languages: ['语言', '服务语言', 'language'],
  state,
  confirmedAt: ['确认日期', '确认时间', '最近确认'],
}

export type ServiceRecordField =
  | 'id'
  | 'externalId'
  | 'day'
  | 'region'
  | 'street'
  | 'community'
  | 'category'
  | 'kind'
  | Measure
  | 'referral'
  | 'notes'

/** Beside what a measure is called where it is shown; `headerKey` drops the unit in brackets. */
const measureNames: Readonly<Partial<Record<Measure, readonly string[]>>> = {
  opened: ['开案', '新开个案数', '开案数'],
  contacts: ['个案服务节数', '个案节数'],
  minutes: ['时长', '服务时数', '用时', 'hours'],
  closed: ['结案数'],
  groups: ['新开小组数'],
  sessions: ['小组节数', '小组活动节数'],
  attendances: ['人次', '服务人次', '参加人次'],
  persons: ['人数', '服务人数', '参加人数'],
  activities: ['活动场数', '社区活动场数'],
  visits: ['探访次数', '走访次数'],
  mediations: ['调解件数'],
  complaints: ['信访件数'],
  turns: ['志愿服务人次', '义工人次'],
}

export const serviceRecordHeaders: HeaderNames<ServiceRecordField> = {
  externalId,
  id: ['编号', '序号', '记录编号', 'no'],
  day: ['日期', '服务日期', '时间', '月份', 'date', 'month'],
  region: [...region, '服务地点', '地点'],
  street,
  community,
  category: ['服务类别', '类别', '服务类型', '服务分类', '分类'],
  kind: ['种类', '工作种类', '工作类型', 'kindOfWork', 'kindOfService'],
  ...headersOfMeasures(),
  referral: ['对接单', '对接单编号', 'referralId'],
  notes: ['备注', '说明', '内容', 'note', 'remarks'],
}

function headersOfMeasures(): HeaderNames<Measure> {
  const names = measures.map((measure): [Measure, readonly string[]] => {
    const { zh, en } = measureTexts[measure]
    return [measure, [zh, en, ...(measureNames[measure] ?? [])]]
  })
  return Object.fromEntries(names) as HeaderNames<Measure>
}

export type OrganizationField =
  | 'id'
  | 'externalId'
  | 'name'
  | 'type'
  | 'track'
  | 'creditCode'
  | 'filingNumber'
  | 'activity'
  | 'region'
  | 'street'
  | 'community'
  | 'grade'
  | 'grantedOn'
  | 'gradeValidTo'
  | 'standing'
  | 'qualifications'
  | 'contactName'
  | 'contactRole'
  | 'phone'
  | 'email'
  | 'description'

export const organizationHeaders: HeaderNames<OrganizationField> = {
  externalId,
  id: ['编号', '序号', '机构编号', '组织编号', 'organizationId', 'no'],
  name: ['名称', '机构名称', '组织名称', '社会组织名称', '机构', '组织', 'organization', 'title'],
  type: ['类型', '组织类型', '机构类型', '社会组织类型', 'organizationType'],
  track: ['登记或备案', '登记备案', '登记类型'],
  creditCode: ['统一社会信用代码', '信用代码', '社会信用代码', 'uscc', 'unifiedSocialCreditCode'],
  filingNumber: ['备案号', '备案编号', '备案证号'],
  activity: ['活动类型', '活动类别', '业务领域', '领域', 'activityType'],
  region: [...region, 'homeRegion', '注册地', '登记地', '住所'],
  street,
  community,
  grade: ['评估等级', '等级', 'evaluation', 'evaluationGrade'],
  grantedOn: ['评估日期', '评定日期', 'evaluationGrantedOn'],
  gradeValidTo: ['评估有效期', '评估有效期至', '等级有效期', 'evaluationValidTo'],
  standing: ['状态', '状况', 'status', 'state'],
  qualifications: ['资质', '机构资质', 'qualification'],
  contactName: ['联系人', '联系人姓名', '负责人', 'contact', 'contactNames'],
  contactRole: ['联系人职务', '职务', 'contactRoles'],
  phone: ['电话', '联系电话', '手机', '联系方式', 'tel', 'mobile', 'contactPhones'],
  email: ['邮箱', '电子邮箱', '邮件', 'mail', 'contactEmails'],
  description: [...text.filter((name) => name !== 'description'), '机构简介', '机构介绍', '组织简介'],
}
