import { chromium } from 'playwright'
const browser=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run']})
const ctx=await browser.newContext({viewport:{width:390,height:844},baseURL:'http://127.0.0.1:4391',locale:'zh-CN',reducedMotion:'reduce'})
const page=await ctx.newPage(); page.setDefaultTimeout(20000)
await page.goto('/sign-in/student'); await page.locator('#login').fill('2023010025'); await page.locator('#secret').fill('Qiao-Liang-2026'); await page.locator('form button[type=submit]').click()
await page.waitForURL(u=>!u.pathname.startsWith('/sign-in/'))
await page.goto('/student/dissolutions'); await page.locator('h1').waitFor({state:'attached'}); await page.goto('/student/dissolutions'); await page.locator('.rows').waitFor(); await page.screenshot({path:'/tmp/wr-shots/h-0.png'})
await page.locator('a[href*="/dissolve/"]').first().click(); await page.getByRole('button',{name:'提交解约申请'}).click(); await page.locator('.faults').waitFor(); await page.waitForTimeout(600); await page.screenshot({path:'/tmp/wr-shots/h-1.png'})
await page.getByRole('button',{name:/解约原因”/}).click(); await page.waitForTimeout(600); await page.screenshot({path:'/tmp/wr-shots/h-2.png'})
await page.goto('/student/destinations'); await page.waitForTimeout(800); 
await browser.close()
