/** Two fictional organisations to try the product out with. It may depend on everything; nothing depends on it. */
package dk.dialogspejl.demo;
