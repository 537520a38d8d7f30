/**
 * Beginnings of texts that another program replaces before Coder reads them: encrypted by SOPS or Ansible Vault, or
 * references of vals and Helmfile, 1Password, Argo CD Vault Plugin, and Vault's and AWS's injectors.
 */
const beginnings =
	/^(?:ENC\[|\$ANSIBLE_VAULT;|(?:secret)?ref\+\w+:\/\/|op:\/\/|<path:|(?:>>)?vault:|awssm:)/;

/** Whether a value in a file stands for one that is stored elsewhere or encrypted. */
export function isSecretReference(text: string): boolean {
	return beginnings.test(text);
}
