/**
 * Calls `hear` with each message of the extension. VS Code's outer frame, the parent of this page, passes them on; what
 * another frame or window posts here is ignored, so what
 * comes may be taken for what the extension sends.
 */
export function hearExtension(hear: (message: unknown) => void): void {
	window.addEventListener("message", ({ data, source }: MessageEvent<unknown>) => {
		if (source === null || source === window.parent) hear(data);
	});
}
