import { expect, type Locator, type Page } from "@playwright/test";

/** How long a film may take beyond its own length: two cores, other programs. */
const PATIENCE_MS = 20_000;

/** A chapter: the film, the bar of what was watched, the controls. */
export class ChapterPage {
  readonly film: Locator;
  readonly bar: Locator;
  readonly uncounted: Locator;
  readonly watched: Locator;
  readonly notes: Locator;

  constructor(private readonly page: Page) {
    this.film = page.getByLabel("講義ビデオ");
    this.bar = page.getByRole("slider", { name: "視聴した部分" });
    this.uncounted = page.getByRole("status").filter({ hasText: /記録されません|視聴に数えません/ });
    this.watched = page.getByText("この章は受講済です");
    this.notes = page.getByRole("tabpanel", { name: "メモ" }).getByRole("listitem");
  }

  async open(course: string, chapter: string): Promise<void> {
    await this.page.goto(`courses/${course}/chapters/${chapter}`);
    await this.isReady();
  }

  /** Waits until the film can be played. */
  async isReady(): Promise<void> {
    await expect.poll(() => this.film.evaluate((film: HTMLVideoElement) => film.readyState)).toBe(4);
  }

  async play(): Promise<void> {
    await this.isReady();
    await this.button("再生").click();
    await this.button("一時停止").waitFor();
  }

  async pause(): Promise<void> {
    await this.button("一時停止").click();
    await this.button("再生").waitFor();
  }

  async setSpeed(speed: string): Promise<void> {
    await this.page.getByLabel("再生速度").selectOption(speed);
  }

  /** Plays from here until the portal says that the chapter is watched. */
  async watch(): Promise<void> {
    await this.play();
    const left = await this.film.evaluate((film: HTMLVideoElement) => (film.duration - film.currentTime) * 1000);
    await expect(this.watched).toBeVisible({ timeout: left + PATIENCE_MS });
  }

  /** Waits until the film has played on to a second. */
  async reaches(second: number): Promise<void> {
    await this.page.waitForFunction(
      ([film, second]) => (film as HTMLVideoElement).currentTime >= (second as number),
      [await this.film.elementHandle(), second] as const,
      { polling: 50, timeout: second * 1000 + PATIENCE_MS },
    );
  }

  /** Waits until the film has come to its end. */
  async ends(): Promise<void> {
    await expect.poll(() => this.film.evaluate((film: HTMLVideoElement) => film.ended), { timeout: PATIENCE_MS }).toBe(true);
  }

  /** The caption that shows now. */
  caption(): Promise<string> {
    return this.film.evaluate((film: HTMLVideoElement) => {
      const showing = [...film.textTracks].filter(({ mode }) => mode !== "disabled");
      return showing.flatMap((track) => [...(track.activeCues ?? [])].map((cue) => (cue as VTTCue).text)).join("");
    });
  }

  /** Where the playhead stands, in seconds. */
  second(): Promise<number> {
    return this.film.evaluate((film: HTMLVideoElement) => film.currentTime);
  }

  /** What the page says is still missing, in seconds; 0 when it says that all is watched. */
  async missing(): Promise<number> {
    const said = (await this.bar.getAttribute("aria-valuetext")) ?? "";
    if (said.includes("すべて視聴済み")) return 0;
    const seconds = said.match(/残り(?:(\d+)分)?(?:(\d+)秒)?・/);
    if (!seconds) throw new Error(`the bar does not say what is missing: ${said}`);
    return Number(seconds[1] ?? 0) * 60 + Number(seconds[2] ?? 0);
  }

  /** How much of the film counts, in seconds, as exactly as the page says it. */
  async counted(): Promise<number> {
    const said = (await this.bar.getAttribute("aria-valuetext")) ?? "";
    const length = await this.film.evaluate((film: HTMLVideoElement) => film.duration);
    return (Number(said.match(/(\d+)% 視聴済み/)?.[1] ?? 100) * length) / 100;
  }

  /** Drags the bar's handle to the end, as the keyboard does it. */
  async goToTheEnd(): Promise<void> {
    await this.bar.press("End");
  }

  async playOnlyGaps(): Promise<void> {
    await this.button("未視聴だけ再生").click();
  }

  /** Writes a note at the moment at which the film stands. */
  async write(note: string): Promise<void> {
    const before = await this.notes.count();
    await this.page.getByLabel("この場面のメモ").fill(note);
    await this.button("メモを保存").click();
    await expect(this.notes).toHaveCount(before + 1);
  }

  private button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }
}
