/** Made-up people, what organisations offer, and what must stand in the trail at the end of the story. */

export const day = '2099-01-10'
export const month = '2099-01'
export const wu = {
  name: '吴桂英',
  phone: '13800138012',
  address: '怡翠花园3栋2单元801',
  birthDate: '1947-03-05',
}
export const boy = { name: '林小宝', address: '怡翠花园5栋1单元302', birthDate: '2017-04-18' }

export const visiting = {
  title: '独居老人每周探访',
  description: '每周上门一次，陪独居老人聊天，查看居家安全。',
  categories: ['elderly.home-visit'],
  capacity: { perMonth: 10, unit: 'visit' },
}
export const companionship = {
  title: '服刑人员子女陪伴',
  description: '陪伴父母在监狱服刑的孩子，放学后陪读、心理辅导。',
  categories: ['minors.inmate-children'],
  capacity: { perMonth: 3, unit: 'case' },
}
export const mediating = {
  title: '邻里纠纷调解',
  description: '人民调解员上门调解邻居之间漏水、噪音等纠纷。',
  categories: ['mediation.neighbour'],
  capacity: { perMonth: 3, unit: 'case' },
}

/** How often the story does what. */
export const trail = {
  ...{ 'account.create': 9, 'session.begin': 9, 'weight-set.install': 1 },
  ...{ 'organization.create': 3, 'offering.create': 4, 'need.create': 3, 'identity.create': 2 },
  ...{ 'referral.request': 4, 'referral.apply': 1, 'referral.receive': 1, 'referral.reject': 1 },
  ...{ 'referral.accept': 3, 'referral.cancel': 1, 'referral.begin': 3, 'referral.report': 4 },
  ...{ 'referral.dispute': 1, 'referral.confirm': 3, 'referral.code': 1, 'referral.rate': 1 },
  ...{ 'consent.record': 2, 'release.request': 3, 'release.granted': 1, 'identity.read': 2 },
  ...{ 'service-record.create': 3, 'service-record.correct': 1 },
  // What follows from it: 5 asked, 1 declined, 3 accepted, 1 cancelled, 3 begun, 4 reported, 1 disputed;
  'need.progress': 18,
  // 3 places taken, 1 of 8 given back;
  // 1 declined, 2 accepted when asked, 3 confirmed, 1 rated later.
}
