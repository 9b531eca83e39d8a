import { readFileSync } from 'node:fs';
import { openPdf } from '../../../src/ingest/pdf/open-pdf.js';
import { readPage } from '../../../src/ingest/pdf/read-page.js';
import { layoutDocument } from '../../../src/ingest/layout/layout-document.js';
import { DEFAULT_LIMITS } from '../../../src/ingest/read-outcome.js';
const bytes=new Uint8Array(readFileSync('/tmp/big.pdf'));
const t0=performance.now();
const pdf=await openPdf(bytes,1e8); if(pdf.kind==='failed')throw 0;
const t1=performance.now();
let tl=0;
const pages=[];for(let i=1;i<=pdf.document.numPages;i++){pages.push((await readPage({pdf,context:{limits:DEFAULT_LIMITS,onPage(){},recognizer:null},oversized:{onPage:async()=>false,close:async()=>{}},mayLackPictures:false,cutShort:false},i)).page);}
const t2=performance.now();
layoutDocument(pages,{file:'x',sha256:'',mediaType:'',method:'pdf-text'});
const t3=performance.now();
const t4=performance.now();
for(let i=1;i<=pdf.document.numPages;i++){const p=await pdf.document.getPage(i);await p.getOperatorList({annotationMode:0});p.cleanup();}
console.log('open',t1-t0,'pages',t2-t1,'layout',t3-t2,'oplist again only',performance.now()-t4);
await pdf.close();
