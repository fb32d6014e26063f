/**
 * Words that say nothing about what is looked for: particles, pronouns, and the verbs with which people begin a
 * question. Kept short: a word that could name a need (帮, 老) is not one.
 */
const stopWords: ReadonlySet<string> = new Set(
  (
    '的 了 吗 呢 吧 啊 呀 嘛 着 过 得 地 之 是 在 有 和 与 及 或 也 都 就 又 还 很 太 更 最 把 被 给 让 对 从 到 向 为 以 于 ' +
    '我 你 您 他 她 它 我们 你们 他们 她们 咱们 自己 这 那 这个 那个 这些 那些 这里 那里 哪 哪个 哪些 哪里 什么 怎么 怎样 如何 ' +
    '请 请问 想 想要 要 找 需要 可以 能 能够 会 一个 一些 一下 有没有 没有 ' +
    'the a an of to in on for and or is are be with at by it i we you my our'
  ).split(' '),
)

/** @param word normalised, Latin before stemming */
export function isStopWord(word: string): boolean {
  return stopWords.has(word)
}
