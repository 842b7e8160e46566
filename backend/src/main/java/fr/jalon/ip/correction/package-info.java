/**
 * The way back. What was entered wrong is corrected through the whole chain and stays visible: events cancelled or rectified, periods put
 * right, due dates and tasks that follow, the engine brought back or opened again. Effects are shown first by doing the correction and
 * giving it up, so that what is shown is what happens. Calls every other part of {@code ip}; nothing calls it but its own screens.
 */
package fr.jalon.ip.correction;
