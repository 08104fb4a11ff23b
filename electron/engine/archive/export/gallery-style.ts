// The look of the offline gallery. One string, since a page of the archive loads nothing but its own pictures and videos.

export const galleryStyle = `
:root{color-scheme:light dark;--bg:#fafafa;--panel:#fff;--edge:#e2e2e6;--text:#1b1b1f;--muted:#63636e;--accent:#5b4be0;--stage:#101014}
@media (prefers-color-scheme:dark){:root{--bg:#111114;--panel:#19191d;--edge:#2b2b31;--text:#e9e9ee;--muted:#9b9ba6;--accent:#a79bff;--stage:#08080a}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:14px/20px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
header,main,footer{max-width:1440px;margin:0 auto;padding:0 32px}
header{padding-top:48px;padding-bottom:8px}
h1{font-size:28px;line-height:36px;letter-spacing:-.01em;font-weight:600;margin:0}
header p{color:var(--muted);margin:8px 0 0;max-width:72ch}
a{color:var(--accent)}
a:focus-visible,video:focus-visible,summary:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
h2{font-size:13px;line-height:20px;font-weight:600;color:var(--muted);margin:40px 0 12px}
ul.grid{list-style:none;margin:0;padding:0;display:grid;gap:24px 20px;grid-template-columns:repeat(auto-fill,minmax(300px,1fr))}
.clip{display:flex;flex-direction:column;min-width:0}
.stage{background:var(--stage);border-radius:8px;overflow:hidden;aspect-ratio:16/9;display:flex;align-items:center;justify-content:center;color:#9b9ba6}
.stage video{width:100%;height:100%;object-fit:contain;display:block}
.clip h3{font-size:14px;line-height:20px;font-weight:600;margin:10px 0 0;overflow-wrap:anywhere}
.clip p{margin:4px 0 0;overflow-wrap:anywhere}
.stage+.prompt{margin-top:10px}
.clip .prompt{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
.meta{color:var(--muted);font-size:12px;line-height:18px;font-variant-numeric:tabular-nums}
details{margin-top:6px;font-size:12px;line-height:18px}
summary{color:var(--muted);cursor:pointer;width:fit-content}
dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 12px;margin:6px 0 0}
dt{color:var(--muted)}
dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
nav{display:flex;gap:16px;margin-top:40px}
.empty{color:var(--muted);padding:64px 0}
footer{margin-top:56px;padding-top:16px;padding-bottom:48px;border-top:1px solid var(--edge);color:var(--muted);font-size:12px}
@media print{.clip{break-inside:avoid}}
`;
