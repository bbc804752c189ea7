import { openGraph } from '../src/graph/open-graph.ts';
import { checkQuality } from '../src/graph/queries/quality/check-quality.ts';
import { VOCABULARY } from '../src/domain/vocabulary.ts';
import { readRegisters } from '../src/api/resolvers/quality/read-registers.ts';
const graph = await openGraph({uri:process.env.NEO4J_TEST_URI!,user:process.env.NEO4J_TEST_USER!,password:process.env.NEO4J_TEST_PASSWORD!},{readTimeout:60000});
for (const kind of VOCABULARY.FindingKind) { const t=performance.now(); try { const [c]=await checkQuality(graph,[kind],{source:process.argv[2]??null,publisher:null,registers:readRegisters()}); console.log(kind, c.groups.reduce((a,g)=>a+g.found,0),'of',c.groups.reduce((a,g)=>a+g.checked,0), Math.round(performance.now()-t)+'ms', process.argv[3]?JSON.stringify(c.groups):''); } catch(e:any){console.log(kind,'ERR',e.message.slice(0,300), e.cause?.message?.slice(0,300));} }
await graph.close();
