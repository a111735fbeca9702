import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

/** Opens headless Chromium with an own empty profile, hands it to `work`, and leaves nothing behind. */
export async function withBrowser(work) {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) throw new Error(`no browser at ${executablePath}: install Chromium or set CHROMIUM`);
  const profile = mkdtempSync(join(tmpdir(), 'dangwu-render-'));
  let browser;
  try {
    browser = await puppeteer.launch({
      executablePath,
      headless: true,
      env: { ...process.env, LANG: 'zh_CN.UTF-8', LANGUAGE: 'zh_CN', TZ: 'Asia/Shanghai' },
      userDataDir: profile,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage',
        '--font-render-hinting=none',
        '--force-color-profile=srgb',
        '--lang=zh-CN',
        '--accept-lang=zh-CN',
        '--hide-scrollbars',
      ],
    });
    return await work(browser);
  } finally {
    await browser?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
