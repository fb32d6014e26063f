import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import fc from 'fast-check'
import { UrgencyCues } from '../../../src/matching/cues/urgency.js'
import { normalize } from '../../../src/platform/text/index.js'

const file = readFileSync('seeds/taxonomy/urgency.tsv', 'utf8')
const isClass = (line: string) => line.startsWith('=')
const shipped = file.split('\n').filter((line) => line && !line.startsWith('#'))
const classes = shipped.filter(isClass).join('\n')
const lines = shipped.filter((line) => !isClass(line))
const wordsOf = new Map(
  shipped.filter(isClass).map((line) => {
    const [name = '', words = ''] = line.slice(1).split('\t')
    return [name, words.split('|')] as const
  }),
)
/** An expression with one word for each class. */
const plain = (expression: string, nth = 0) =>
  expression.replace(/\{(.+?)\}/g, (_, name: string) => {
    const words = wordsOf.get(name) as readonly string[]
    return words[nth % words.length] as string
  })
const cues = new UrgencyCues(file, normalize)
const find = (text: string) => cues.find(normalize(text))

const raises: Readonly<Record<string, string>> = {
  女儿说不想活了: 'self-harm',
  '没钱治病，想死': 'self-harm',
  没钱治病想死的心都有: 'self-harm',
  没人管她她就要跳楼: 'self-harm',
  他反复自杀: 'self-harm',
  我们轮流守着防止他自杀: 'self-harm',
  医院说不排除自杀可能: 'self-harm',
  看了新闻以后他也想自杀: 'self-harm',
  在她枕头下翻出一个刀片: 'self-harm',
  昨晚吞服药物被送去洗胃: 'self-harm',
  他在网上买了炭: 'self-harm',
  朋友发消息说撑不下去: 'self-harm',
  '唔想做人，成日喊': 'self-harm',
  '奶奶把寿衣叠好放枕边，说我走了大家省心': 'self-harm',
  '女儿把压岁钱都分给同学，说以后用不着了': 'self-harm',
  在她抽屉里发现一堆攒起来的安眠药: 'self-harm',
  '妹妹产后看着孩子哭，说要不一起死了吧': 'self-harm',
  老伴走后他整天说要跟着去: 'self-harm',
  高三男生模考后站在走廊栏杆外面: 'self-harm',
  独居老人敲门没人应: 'danger',
  '老爷子摔在浴室，一个人够不着电话': 'danger',
  '他停药了，说有人要害他，要先下手': 'danger',
  '刚出来，说要去找当年举报他的人算账': 'danger',
  '孩子身上旧伤叠新伤，问他他说摔的': 'child-abuse',
  姑姑把他拴在床脚: 'child-abuse',
  '12岁女孩怀孕了': 'child-abuse',
  补课老师让她坐腿上摸她: 'child-abuse',
  同学把她堵在厕所里扇耳光拍视频: 'child-abuse',
  老婆成日俾老公打: 'violence',
  '他逼我同房，不从就打': 'violence',
  前夫拿着刀在小区门口等我: 'violence',
  儿子把老娘赶到楼梯间睡: 'elder-abuse',
  护工把老人绑在轮椅上: 'elder-abuse',
  老人快断气了: 'danger',
  我弟拎着刀在楼下: 'danger',
  三天没吃饭了: 'danger',
  孩子背上有烟头烫的疤: 'child-abuse',
  我爸打我: 'child-abuse',
  被打得鼻青脸肿: 'violence',
  他掐着我脖子: 'violence',
  不知道这是不是家暴: 'violence',
  有没有家暴后能住的地方: 'violence',
  丈夫否认家暴: 'violence',
  她遭受家庭暴力: 'violence',
  儿子喝了酒就打老人: 'elder-abuse',
}

const leaves = [
  '没有轻生念头',
  '无自伤、自杀行为',
  '本人否认自杀想法',
  '我不想死在医院里',
  '预防自杀讲座',
  '自杀预防知识培训',
  '想请人来做反家暴宣传',
  '学校想办防性侵课堂',
  '宣传如何识别家暴',
  '组织煤气中毒急救演练',
  '新闻里说有人跳楼',
  '昨晚断气，一家人做不了饭',
  '小区断气三天了',
  '楼上天天跑跳，吵得睡不着，想请人调解',
  '楼下装修打孔，孩子打篮球伤了脚',
  '整天划手机不写作业',
  '他打我电话我没接到',
  '对方要砍价',
  '物业要砍树',
  '车位被堵我出不去',
  '医生说要动刀',
  '降压药三天没吃',
  '钥匙锁在家里了',
  '跳楼价买的床垫',
  '出去死活不肯戴手环',
  '用刀划我的车',
  '煤气灶打开不着火',
  '家中靠妻子打零工',
  '男友打球扭了脚，问康复',
  '儿子关在看守所里，想去会见',
  '外婆手腕骨折打了钢板',
  '孩子不吃不喝就打游戏',
  '男孩爱爬窗台，想装防护网',
  '想给流浪猫绝育',
  '爸爸打呼噜影响孩子睡',
  '',
]

describe('urgency', () => {
  for (const [text, kind] of Object.entries(raises)) {
    it(`is crisis (${kind}) in ${text}`, () => {
      expect(find(text)).to.include({ level: 'crisis' })
      expect(find(text)?.kinds).to.include(kind)
    })
  }

  for (const text of leaves) {
    it(`is no crisis in ${text || 'an empty text'}`, () => expect(find(text)?.level).not.to.equal('crisis'))
  }

  it('names the words and every kind, each once', () => {
    expect(find('婆婆又打我，我割腕，真的割腕了')).to.deep.equal({
      level: 'crisis',
      kinds: ['self-harm', 'violence'],
      words: ['又打我', '割腕'],
    })
  })

  it('is urgent, not crisis, where it merely presses', () => {
    expect(find('急需一张轮椅')).to.deep.equal({ level: 'urgent', kinds: [], words: ['急需'] })
  })

  it('is raised by a cue beside one that is taken back', () => {
    expect(find('没有自杀念头，但是割手')?.words).to.deep.equal(['割手'])
  })

  it('is what each expression would find alone', () => {
    const alone = lines.map((line) => new UrgencyCues(`${classes}\n${line}`, normalize))
    const words = lines.map((line, nth) => plain(line.split('\t')[0] as string, nth))
    const fillings = ['', '了', '一个人', '说没有', '，', '。', '预防', '讲座', '他又']
    const part = fc.oneof(
      fc
        .tuple(fc.constantFrom(...words), fc.constantFrom(...fillings))
        .map(([word, filling]) => word.replaceAll('…', filling)),
      fc.constantFrom(...fillings),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const text = normalize(parts.join(''))
        const found = alone.map((each) => each.find(text)).filter((each) => each !== undefined)
        const crises = found.filter(({ level }) => level === 'crisis')
        const expected = crises.length ? crises : found
        const whole = cues.find(text)
        expect(whole?.level).to.equal(expected[0]?.level)
        expect(whole?.kinds ?? []).to.have.members([...new Set(expected.flatMap(({ kinds }) => kinds))])
        expect(whole?.words ?? []).to.have.members([...new Set(expected.flatMap(({ words: said }) => said))])
      }),
      { numRuns: 300 },
    )
  })

  it('finds every shipped expression, and has none twice', () => {
    expect(new Set(lines).size).to.equal(lines.length)
    for (const line of lines) {
      const [expression = '', kind] = line.split('\t')
      const found = find(plain(expression).replaceAll('…', ''))
      expect(found, line).not.to.equal(undefined)
      if (kind !== 'urgent') expect(found?.kinds, line).to.include(kind)
    }
  })

  it('lets a gap take eight characters of one sentence', () => {
    const own = new UrgencyCues('掐…脖子\tviolence', normalize)
    expect(own.find(`掐${'他'.repeat(8)}脖子`)?.level).to.equal('crisis')
    expect(own.find(`掐${'他'.repeat(9)}脖子`)).to.equal(undefined)
    expect(own.find('掐。脖子')).to.equal(undefined)
  })

  it('takes any word of a class, and each of several classes for itself', () => {
    const own = new UrgencyCues('=老\t奶奶|爷爷\n=打\t打骂|揍\n{老}…{打}\telder-abuse', normalize)
    expect(own.find('爷爷天天被揍')?.words).to.deep.equal(['爷爷天天被揍'])
    expect(own.find('天天揍人')).to.equal(undefined)
  })

  it('refuses a line without an expression or of an unknown kind, by its number', () => {
    const bad = (line: string) => () => new UrgencyCues(`# 说明\n${line}`, normalize)
    expect(bad('自杀')).to.throw(RangeError, 'urgency.tsv:2')
    expect(bad('自杀\tsuicide')).to.throw(RangeError, 'urgency.tsv:2')
    expect(bad('\tviolence')).to.throw(RangeError, 'urgency.tsv:2')
    expect(bad('{无}打\tviolence')).to.throw(RangeError, 'urgency.tsv:2')
    expect(bad('…打\tviolence')).to.throw(RangeError, 'urgency.tsv:2')
  })
})
