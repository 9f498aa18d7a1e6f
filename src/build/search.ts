/** After the build: Pagefind reads the built pages and writes its index beside them, in `dist/pagefind`. Pages say what of them is searched. */
import { fileURLToPath } from 'node:url';
import { close, createIndex } from 'pagefind';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

const { index, errors } = await createIndex();
if (!index) throw new Error(errors.join('\n'));
const added = await index.addDirectory({ path: DIST });
const written = await index.writeFiles({ outputPath: `${DIST}/pagefind` });
const problems = [...added.errors, ...written.errors];
await close();
if (problems.length > 0) throw new Error(problems.join('\n'));
console.log(`${DIST}/pagefind: ${added.page_count} pages can be searched`);
