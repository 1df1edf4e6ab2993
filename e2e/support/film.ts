// A film for Chromium's fake camera: a picture of a code, held before a lens.

import { writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

const WIDTH = 1280;
const HEIGHT = 720;
/** The camera plays them in a loop. */
const FRAMES = 5;

/** Writes a Y4M film that shows the picture, as a camera would see it: grey room, white phone, a little off centre. */
export async function filmOf(page: Page, picture: Buffer, file: string): Promise<void> {
  const grey = await greyFrame(page, picture);
  const chroma = Buffer.alloc((WIDTH / 2) * (HEIGHT / 2) * 2, 128);
  const frame = Buffer.concat([Buffer.from("FRAME\n"), grey, chroma]);
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F15:1 Ip A1:1 C420jpeg\n`);
  await writeFile(file, Buffer.concat([header, ...Array<Buffer>(FRAMES).fill(frame)]));
}

async function greyFrame(page: Page, picture: Buffer): Promise<Buffer> {
  const pixels = await page.evaluate(
    async ({ base64, width, height }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext("2d");
      if (!context) throw new Error("no canvas");
      context.fillStyle = "#888888";
      context.fillRect(0, 0, width, height);
      const side = 620;
      context.translate(width / 2 + 30, height / 2);
      context.rotate(0.05);
      context.fillStyle = "#ffffff";
      context.fillRect(-side / 2 - 20, -side / 2 - 20, side + 40, side + 40);
      context.drawImage(bitmap, -side / 2, -side / 2, side, side);
      const { data } = context.getImageData(0, 0, width, height);
      let text = "";
      const grey = new Uint8Array(width * height);
      for (let i = 0; i < grey.length; i++) {
        grey[i] = (data[i * 4] * 77 + data[i * 4 + 1] * 150 + data[i * 4 + 2] * 29) >> 8;
      }
      for (let i = 0; i < grey.length; i += 8192) {
        text += String.fromCharCode(...grey.subarray(i, i + 8192));
      }
      return btoa(text);
    },
    { base64: picture.toString("base64"), width: WIDTH, height: HEIGHT },
  );
  return Buffer.from(pixels, "base64");
}
