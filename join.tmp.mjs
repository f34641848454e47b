import sharp from 'sharp'
const [out,h,...files]=process.argv.slice(2)
const ims=await Promise.all(files.map(async f=>{const b=await sharp(f).resize({height:+h}).toBuffer(); return [b,(await sharp(b).metadata()).width]}))
let x=0; const comp=ims.map(([input,w])=>{const c={input,left:x,top:0}; x+=w+10; return c})
await sharp({create:{width:x,height:+h,channels:3,background:'#888'}}).composite(comp).png().toFile(out)
