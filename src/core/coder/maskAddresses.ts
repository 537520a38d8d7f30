import { maskedText } from "./maskedText.ts";

/** User and password as in Go's MySQL driver: `user:password@tcp(host)`. */
const mysqlPasswords = /(?<![^\s"'=])([^\s:@/"'=]+):[^\s@]{1,200}@(?=(?:tcp|unix)\()/g;

/** A proxy as VS Code's proxy support reports it in errors, including user name and password (until 1.100). */
const proxyCredentials = /\b(PROXY|HTTPS?|SOCKS[45]?) [^\s@]+@/g;

/** Without a scheme: `user:password@host:8080`. */
const userAndPort =
	/(?<![\w+./@:-])([\w.+-]{1,64}):[^\s:@/"']{1,128}@(?=(?:[\w.-]{1,253}|\[[\da-f:]{2,45}\]):\d)/gi;

/** The user as the argument of a flag: `curl -u user:password`. */
const userFlags = /((?<![\w-])(?:-u|-U|--user|--proxy-user)[ =]["']?[^\s:"']{1,64}):[^\s"']+/g;

/** User and password in a URL that is part of another one: `%3A%2F%2Fuser%3Apassword%40host`. */
const encodedUsers =
	/(%3A%2F%2F(?:(?!%2F|%3A|%40)[^\s"'&]){0,100}%3A)(?:(?!%2F|%40)[^\s"'&]){1,200}(?=%40)/gi;

/** User and password in Oracle's addresses: `jdbc:oracle:thin:user/password@host`. */
const oracleUsers = /(:thin:[^\s/@"']{1,64}\/)[^\s@"']{1,200}(?=@)/g;

/** Schemes with a user that is a name, not a token. */
const userSchemes =
	/^(?:(?:git|svn)\+ssh|ssh(?:\+git)?|s?ftp|scp|git|postgres(?:ql)?|mysql|mailto)$/i;

/**
 * Masks passwords and tokens in URLs and other addresses. Most texts contain none, and searching for their delimiter is
 * much faster than matching the formats.
 */
export function maskAddresses(text: string): string {
	let masked = text.includes("@") ? maskPlain(text) : text;
	if (masked.includes("-u") || masked.includes("-U")) {
		masked = masked.replace(userFlags, `$1:${maskedText}`);
	}
	return masked.includes("%") ? masked.replace(encodedUsers, `$1${maskedText}`) : masked;
}

function maskPlain(text: string): string {
	return maskUrlUsers(text)
		.replace(mysqlPasswords, `$1:${maskedText}@`)
		.replace(userAndPort, `$1:${maskedText}@`)
		.replace(oracleUsers, `$1${maskedText}`)
		.replace(proxyCredentials, `$1 ${maskedText}@`);
}

/**
 * Masks the password in each `scheme://user:password@host`, and a user without a password, which may be a token. The
 * server masks neither. A password may contain a slash unless a port precedes it. Coder's descriptions explain the
 * format as `http://[user:pass@]host:port`, which is kept.
 */
export function maskUrlUsers(text: string): string {
	return text.replace(
		/((?<![a-z0-9+.-])(?:([a-z0-9+.-]+):)?(?:\/\/|(?<=https?:)\/)(?!\[user:pass@\]))([^\s/:@?#"']*)(:[^\s/"]+|:(?!\d*[/?#])[^\s"@]{1,200})?@/gi,
		(
			match,
			start: string,
			scheme: string | undefined,
			user: string,
			password: string | undefined,
		) => {
			if (password !== undefined) return `${start}${user}:${maskedText}@`;
			const isName = user === "" || scheme === undefined || userSchemes.test(scheme);
			return isName ? match : `${start}${maskedText}@`;
		},
	);
}
