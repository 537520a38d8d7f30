/**
 * Calls `hear` with each message of the extension. VS Code's outer frame, the parent of this page, passes them on; what
 * another frame or window posts here is ignored, so its type is trusted.
 */
export function hearExtension(hear: (message: never) => void): void {
	window.addEventListener("message", ({ data, source }: MessageEvent<never>) => {
		if (source === null || source === window.parent) hear(data);
	});
}
