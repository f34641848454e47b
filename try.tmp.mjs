const B='http://127.0.0.1:4391'
const jar={}
const ask=async(who,m,u,body,h={})=>{const r=await fetch(B+u,{method:m,headers:{origin:B,...(jar[who]&&{cookie:jar[who]}),...(body!==undefined&&!h['content-type']?{'content-type':'application/json'}:{}),...h},body:body===undefined?undefined:(h['content-type']?body:JSON.stringify(body))}); const sc=r.headers.get('set-cookie'); if(sc&&!jar[who])jar[who]=sc.split(';')[0]; const t=await r.text(); let j; try{j=JSON.parse(t)}catch{}; return {s:r.status,j,h:r.headers,t}}
for(const l of ['Hr1','HR1',' hr1 ']) console.log('#6',JSON.stringify(l),(await ask('x','POST','/api/auth/sign-in',{portal:'employer',login:l,secret:'Qiao-Liang-2026'})).s)
for(const [m,a] of [['HEAD','*/*'],['GET','*/*'],['HEAD','text/html']]) { const r=await fetch(B+'/sign-in/student',{method:m,headers:{accept:a}}); console.log('#15',m,a,r.status,r.headers.get('content-type')) }
await ask('hr','POST','/api/auth/sign-in',{portal:'employer',login:'hr1',secret:'Qiao-Liang-2026'})
await ask('st','POST','/api/auth/sign-in',{portal:'student',school:'99901',login:'2023010001',secret:'Qiao-Liang-2026'})
const pdf=Buffer.from(await (await import('fs/promises')).readFile('/tmp/wr-shots/letter-zh-CN.pdf'))
const up=(name,buf)=>ask('st','POST','/api/schools/99901/evidence?name='+encodeURIComponent(name),buf,{'content-type':'application/octet-stream'})
let r=await up('换行.pdf',Buffer.concat([Buffer.from('\n'),pdf])); console.log('#11',r.s,r.j?.code??r.j?.name)
r=await up('短.pdf',Buffer.from('%PDF-1.4 hello world 123')); console.log('#12 24 bytes',r.s,r.j?.code,r.j?.title)
r=await up('IMG_0001.HEIC',await (await import('sharp')).default({create:{width:40,height:30,channels:3,background:'red'}}).jpeg().toBuffer()); console.log('#13',r.s,r.j?.name,r.j?.code)
if(r.j?.id){const d=await ask('st','GET',`/api/schools/99901/evidence/${r.j.id}?download=1`); console.log('   ',d.h.get('content-disposition'))}
r=await up('证明',pdf); if(r.j?.id){const d=await ask('st','GET',`/api/schools/99901/evidence/${r.j.id}?download=1`); console.log('#13 without ending',d.h.get('content-disposition'))} else console.log(r.s,r.t.slice(0,200))
const inv=(await ask('hr','GET','/api/employer/invitations')).j
const one=inv.items[0]; const full=(await ask('hr','GET',`/api/schools/99901/invitations/${one.id}`)).j
r=await ask('hr','POST',`/api/schools/99901/invitations/${one.id}/revise`,{seenVersion:full?.version??1,respondBy:full?.respondBy,terms:{...full?.terms,reportBy:'2020-07-10'}}); console.log('#18',r.s,r.j?.code,JSON.stringify(r.j?.errors)?.slice(0,200))
for(const q of ['古丽米热·艾比','古丽米热•艾比','古丽米热 ． 艾比']) {} 
await ask('ad','POST','/api/auth/sign-in',{portal:'school',school:'99901',login:'admin',secret:'Qiao-Liang-2026'})
for(const q of ['古丽米热·艾比','古丽米热•艾比','古丽米热 ． 艾比','林\uE863']) {const x=await ask('ad','GET','/api/schools/99901/students?q='+encodeURIComponent(q)); console.log('#10',q,x.s,x.j?.total,x.j?.items?.[0]?.name)}
const x=await ask('ad','GET','/api/schools/99901/students?pageSize=100&page=99'); console.log('#19 page 99',x.s,x.j?.page,x.j?.items?.length)
