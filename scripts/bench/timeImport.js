// Prints how long importing a module takes in a new Node process, in ms: node timeImport.js FILE_URL
const before = performance.now();
await import(process.argv[2]);
console.log(performance.now() - before);
process.exit();
