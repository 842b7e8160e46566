/**
 * A synthetic département, so that every screen is alive from the first minute: people of each role and unit, years of closed files
 * written in bulk, and a present that runs in the engine. Everything follows from a seed and an anchor date kept in {@code demo_semis}.
 * Calls everybody; nobody calls it. Absent unless {@code jalon.demonstration}.
 */
package fr.jalon.demo;
