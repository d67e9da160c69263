import { chromium } from 'playwright-core';
const base='http://127.0.0.1:3111';
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--no-first-run','--disable-background-networking']});
async function shot(name,path,{width=1440,height=1700,dark=false,as=null,js=true,lang}={}){
  const c=await b.newContext({viewport:{width,height},colorScheme:dark?'dark':'light',javaScriptEnabled:js});
  const p=await c.newPage();
  if(as){await p.goto(base+'/sign-in');await p.getByRole('button',{name:as}).first().click();await p.waitForLoadState();}
  const r=await p.goto(base+path); await p.waitForTimeout(300);
  await p.screenshot({path:`/tmp/shots/${name}.png`}); console.log(name,r.status()); await c.close();
}
const R='/drafts/DN-2026-001';
const only=process.argv.slice(2);
const all={
 home:()=>shot('home','/'),
 homein:()=>shot('homein','/',{as:'Mira Oduya'}),
 signin:()=>shot('signin','/sign-in'),
 draft:()=>shot('draft',R),
 draftphone:()=>shot('draftphone',R,{width:390,height:1500}),
 composer:()=>shot('composer',R+'?from=30&to=31#compose',{as:'Mira Oduya'}),
 diff:()=>shot('diff',R+'/versions/2...3'),
 signoffs:()=>shot('signoffs',R+'/sign-offs'),
 signoffsdark:()=>shot('signoffsdark',R+'/sign-offs',{dark:true,width:390}),
 responses:()=>shot('responses',R+'/responses'),
 threads:()=>shot('threads',R+'/threads'),
 thread:()=>shot('thread',R+'/threads/12'),
 history:()=>shot('history',R+'/history'),
 exportp:()=>shot('exportp',R+'/export'),
 forum:()=>shot('forum','/forums/dovetail-network'),
 stakeholders:()=>shot('stakeholders','/stakeholders'),
 desk:()=>shot('desk','/desk',{as:'Ben'}),
};
for(const k of Object.keys(all)) if(!only.length||only.includes(k)) try{await all[k]()}catch(e){console.log(k,String(e).slice(0,200))}
await b.close();
