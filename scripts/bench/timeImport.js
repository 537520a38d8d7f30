// Prints the milliseconds that importing a module takes in a fresh Node: node timeImport.js FILE_URL
const before = performance.now();
await import(process.argv[2]);
console.log(performance.now() - before);
process.exit();
