import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { readPdf } from '/work/main/src/ingest/pdf/read-pdf.js';
import { DEFAULT_LIMITS } from '/work/main/src/ingest/read-outcome.js';
import { assertSpanLaws } from '/work/main/test/span-laws.js';
const rec = process.env.OCR? await (await import('/work/main/src/ingest/ocr/create-recognizer.js')).createRecognizer():null as never;
for (const f of process.argv.slice(2)) {
  const bytes = new Uint8Array(readFileSync(f));
  const t=performance.now();
  const out = await readPdf({file:f,bytes,sha256:createHash('sha256').update(bytes).digest('hex')},{limits:DEFAULT_LIMITS,onPage(){},recognizer:process.env.OCR?async()=>rec:null});
  console.log('=====',f,(performance.now()-t).toFixed(0),'ms');
  if(out.kind==='failed'){console.log(out);continue;}
  const d=out.document; console.log(d.method,d.pages.map(p=>`${p.number}:${p.method}(${p.reason})`).join(' '),d.notes);
  assertSpanLaws(d);
  if(process.env.QUIET)continue;
  for(const b of d.blocks){
    const s=(x:{start:number,end:number})=>d.text.slice(x.start,x.end);
    if(b.kind==='paragraph') console.log(`P${b.layer==='body'?'':'/'+b.layer} c${b.column} ${b.style.align??'-'}${b.style.bold?' B':''}${b.style.italic?' I':''} ${b.style.fontSize} |${b.label?'<'+s(b.label)+'>':''} ${s(b.span)}`);
    else { console.log(`TABLE ${b.origin} cols ${b.columns} head ${b.headRows} pages ${b.pages} cert ${b.certainty}`);
      for(const r of b.rows) console.log('  |',r.cells.map(c=>`[${c.row},${c.column}${c.rowSpan>1||c.colSpan>1?` ${c.rowSpan}x${c.colSpan}`:''}] `+c.paragraphs.map(s).join(' ¶ ')).join(' | '));}
  }
}

if(process.env.OCR)await rec.close();
