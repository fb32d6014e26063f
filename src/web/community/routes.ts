/** The pages of this workspace, in one file that is loaded when somebody enters it. */
export { NeedPage } from './needs/need-page.js'
export { NeedsPage } from './needs/needs-page.js'
export { PostPage } from './post/post-page.js'
