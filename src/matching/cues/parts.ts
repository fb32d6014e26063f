/** Where a text turns from one need to another: 做不了饭想有人送,另外下周要去拆线也没人陪. */
const turnToAnother =
  /(?:另外|此外|除此之外|顺便|再一个|再就是|再有就是|还有(?!没有?|人|谁|什么|多|个?(?:孩子|老人|儿子|女儿|妈|爸|奶奶|爷爷|年|月|天|口气))|两件事[,:]|第二[,、件个是]|(?<=[,。;])二[是则来]|其二|(?:还|也)想(?=[问请找要学])|同时(?=[想还也需要请希]))/

/** A shorter part is no need of its own. */
const shortest = 7

/** The needs that one normalised text speaks of, in order, when it joins several; else none. */
export function separateNeeds(text: string): string[] {
  const parts = text.split(turnToAnother).filter((part) => part.length >= shortest)
  return parts.length > 1 ? parts : []
}
