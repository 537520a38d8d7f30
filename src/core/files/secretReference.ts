import type { Literal } from "../variables/forms/written.ts";

/**
 * Beginnings of texts that another program replaces before Coder reads them: encrypted by SOPS or Ansible Vault, or
 * references of vals and Helmfile, 1Password, Argo CD Vault Plugin, and Vault's and AWS's injectors.
 */
const beginnings =
	/^(?:ENC\[|\$ANSIBLE_VAULT;|(?:secret)?ref\+\w+:\/\/|op:\/\/|<path:|(?:>>)?vault:|awssm:)/;

/** Returns a value without its text if that stands for one that is stored elsewhere or encrypted. */
export function literalOf(literal: Literal): Literal {
	return beginnings.test(literal.text ?? "") ? { why: "reference" } : literal;
}
