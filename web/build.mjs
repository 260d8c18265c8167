// Makes the page: node build.mjs FOLDER writes FOLDER/page.html, one file with script, style and fonts inside.
// Where the data goes stands /*ISNAD_DATA*/, exactly once; who fills it in escapes "<" as \u003c.

import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const placeholder = "/*ISNAD_DATA*/";
const most_gzipped_bytes = 150_000;

const fonts = [
  { family: "IBM Plex Sans Arabic", name: "ibm-plex-sans-arabic", weights: [400, 600] },
  { family: "Noto Naskh Arabic", name: "noto-naskh-arabic", weights: [400, 700] },
];
// Arabic stands last, so that the joiners which both subsets hold are drawn by the font of the letters beside them.
const subsets = {
  latin: "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
  arabic: "U+0600-06FF,U+0750-077F,U+0870-088E,U+0890-0891,U+0897-08E1,U+08E3-08FF,U+200C-200E,U+2010-2011,U+204F,U+2E41,U+FB50-FDFF,U+FE70-FE74,U+FE76-FEFC",
};

async function font_faces() {
  const faces = [];
  for (const { family, name, weights } of fonts) {
    for (const weight of weights) {
      for (const [subset, range] of Object.entries(subsets)) {
        const file = join(here, "node_modules/@fontsource", name, "files", `${name}-${subset}-${weight}-normal.woff2`);
        const data = (await readFile(file)).toString("base64");
        faces.push(`@font-face{font-family:"${family}";font-weight:${weight};unicode-range:${range};` +
          `src:url(data:font/woff2;base64,${data}) format("woff2")}`);
      }
    }
  }
  return faces.join("\n");
}

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

async function bundle() {
  const result = await build({
    entryPoints: [join(here, "src/main.tsx")],
    bundle: true,
    minify: true,
    write: false,
    outdir: join(here, "out"),
    format: "iife",
    target: ["es2021", "chrome100", "firefox100", "safari15"],
    charset: "utf8",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
  });
  const text = (extension) => result.outputFiles.find(({ path }) => path.endsWith(extension)).text.trim();
  return { script: text(".js"), style: text(".css") };
}

async function make_page() {
  const { script, style } = await bundle();
  const size = gzipSync(script + style).length;
  if (size > most_gzipped_bytes) throw new Error(`script and style take ${size} bytes gzipped, over ${most_gzipped_bytes}`);
  if (/<\/script|<!--/i.test(script)) throw new Error("the script would end its own element");
  const all_style = `${await font_faces()}\n${style}`;
  const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(all_style)}; ` +
    "font-src data:; img-src data:; base-uri 'none'; form-action 'none'";
  const values = { policy, style: all_style, script };
  const template = await readFile(join(here, "src/page.html"), "utf8");
  const page = template.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
  if (page.split(placeholder).length !== 2) throw new Error(`${placeholder} must stand once in the page`);
  return { page, size };
}

const folder = process.argv[2];
if (!folder) {
  console.error("usage: node build.mjs FOLDER");
  process.exit(2);
}
const { page, size } = await make_page();
await mkdir(folder, { recursive: true });
await writeFile(join(folder, "page.html"), page);
console.log(`${join(folder, "page.html")}: ${page.length} characters, script and style ${size} bytes gzipped`);
