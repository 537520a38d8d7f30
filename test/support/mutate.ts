import { copyTree, type JsonTree } from "./jsonTree.ts";

/** The ways to corrupt an answer. */
export const mutationKinds = [
	"drop",
	"null",
	"retype",
	"nest",
	"lengthen",
	"repeatKey",
	"proto",
	"deep",
	"swap",
] as const;

/** A change to a tree. The numbers select a place and a variant; all are valid. */
export interface Mutation {
	readonly kind: (typeof mutationKinds)[number];
	readonly at: number;
	readonly variant: number;
}

/** A place in a tree whose content can be replaced or removed. */
interface Place {
	readonly get: () => JsonTree;
	readonly set: (value: JsonTree) => void;
	readonly drop: () => void;
	/** Repeats the member with another value; only inside objects. */
	readonly repeat?: (value: JsonTree) => void;
}

const scalar = (text: string): JsonTree => ({ kind: "scalar", text });

/** Replacement values. */
const others: readonly (() => JsonTree)[] = [
	() => scalar("0"),
	() => scalar("-1"),
	() => scalar("1.5"),
	() => scalar("1e400"),
	() => scalar("9007199254740993"),
	() => scalar("9".repeat(30)),
	() => scalar("true"),
	() => scalar("false"),
	() => scalar('""'),
	() => scalar('"text"'),
	() => scalar('"2026-08-07T10:00:00Z"'),
	() => scalar(JSON.stringify("\u0000\ud800👋</script>$(x)|`")),
	() => ({ kind: "list", items: [] }),
	() => ({ kind: "list", items: [scalar("null"), scalar("1"), scalar('"x"')] }),
	() => ({ kind: "object", members: [] }),
	() => ({ kind: "object", members: [{ key: "value", value: scalar("1") }] }),
];

const depths = [40, 400, 4000, 20_000];

/** Applies mutations to a copy of a tree, in sequence. */
export function mutated(tree: JsonTree, mutations: readonly Mutation[]): JsonTree {
	const root: JsonTree = { kind: "list", items: [copyTree(tree)] };
	for (const mutation of mutations) {
		const places = placesIn(root);
		const place = places[mutation.at % places.length];
		if (place) apply(mutation, place, places);
	}
	return root.items[0] ?? scalar("null");
}

function apply({ kind, variant }: Mutation, context: Place, places: readonly Place[]): void {
	const value = context.get();
	const other = others[variant % others.length]?.() ?? scalar("null");
	switch (kind) {
		case "drop":
			context.drop();
			return;
		case "null":
			context.set(scalar("null"));
			return;
		case "retype":
			context.set(other);
			return;
		case "nest":
			if (variant % 3 === 0) context.set({ kind: "list", items: [value] });
			else {
				const key = variant % 3 === 1 ? "nested" : "value";
				context.set({ kind: "object", members: [{ key, value }] });
			}
			return;
		case "lengthen":
			context.set(lengthened(value, 2 + (variant % 40)));
			return;
		case "repeatKey":
			context.repeat?.(variant % 2 === 0 ? other : copyTree(value));
			return;
		case "proto":
			if (value.kind === "object") {
				value.members.push({ key: "__proto__", value: copyTree(value) });
			} else {
				context.set({ kind: "object", members: [{ key: "__proto__", value }] });
			}
			return;
		case "deep":
			context.set({
				kind: "deep",
				depth: depths[variant % depths.length] ?? 1,
				brackets: variant % 2 === 0 ? "list" : "object",
				inner: value,
			});
			return;
		case "swap": {
			// Uses the value of another place that isn't a secret.
			const from = places[variant % places.length]?.get();
			if (from?.kind === "scalar" && !from.text.includes("SECRET")) {
				context.set(copyTree(from));
			}
			return;
		}
	}
}

function lengthened(tree: JsonTree, times: number): JsonTree {
	// For values with parts, a few copies are enough.
	const few = Math.min(times, 5);
	switch (tree.kind) {
		case "scalar":
			if (tree.text.startsWith('"')) {
				return scalar(`"${tree.text.slice(1, -1).repeat(times)}"`);
			}
			return /^-?[1-9]\d*$/.test(tree.text) ? scalar(tree.text + "7".repeat(times)) : tree;
		case "list": {
			const copies = Array.from({ length: few }, () => tree.items.map(copyTree)).flat();
			return { kind: "list", items: copies };
		}
		case "object": {
			const copies = Array.from({ length: few }, (_unused, copy) =>
				tree.members.map(({ key, value }) => ({ key: `${key}${copy}`, value: copyTree(value) })),
			).flat();
			return { kind: "object", members: [...tree.members, ...copies] };
		}
		case "deep":
			return tree;
	}
}

function placesIn(root: JsonTree): Place[] {
	const places: Place[] = [];
	const visit = (tree: JsonTree): void => {
		if (tree.kind === "list") {
			tree.items.forEach((item, index) => {
				places.push({
					get: () => tree.items[index] ?? item,
					set: (value) => {
						tree.items[index] = value;
					},
					drop: () => {
						tree.items.splice(index, 1);
					},
				});
				visit(item);
			});
		}
		if (tree.kind === "object") {
			for (const member of tree.members) {
				places.push({
					get: () => member.value,
					set: (value) => {
						member.value = value;
					},
					drop: () => {
						tree.members = tree.members.filter((other) => other !== member);
					},
					repeat: (value) => {
						tree.members.push({ key: member.key, value });
					},
				});
				visit(member.value);
			}
		}
	};
	visit(root);
	return places;
}
