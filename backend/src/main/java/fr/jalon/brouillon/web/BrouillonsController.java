package fr.jalon.brouillon.web;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.brouillon.Brouillons;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What I was writing. Nobody reads a draft but its author. */
@RestController
@RequestMapping("/api/brouillons/{formulaire}")
class BrouillonsController {

    /** @param contenu the form as the page holds it; its shape is the page's business */
    record BrouillonSaisi(@NotNull(message = "Rien n’est à garder.") JsonNode contenu, Long versionBase) {
    }

    record BrouillonLu(JsonNode contenu, Long versionBase, Instant enregistreLe) {
    }

    record BrouillonEnregistre(Instant enregistreLe) {
    }

    private final Brouillons brouillons;
    private final ObjectMapper json;

    BrouillonsController(Brouillons brouillons, ObjectMapper json) {
        this.brouillons = brouillons;
        this.json = json;
    }

    /** 204 when nothing was being written. */
    @GetMapping
    ResponseEntity<BrouillonLu> lire(@PathVariable String formulaire, @RequestParam(required = false) UUID sujet) {
        return brouillons.lire(formulaire, sujet)
                .map(b -> ResponseEntity.ok(new BrouillonLu(arbre(b.contenu()), b.versionBase(), b.enregistreLe())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PutMapping
    BrouillonEnregistre enregistrer(@PathVariable String formulaire, @RequestParam(required = false) UUID sujet,
            @Valid @RequestBody BrouillonSaisi saisi) {
        return new BrouillonEnregistre(brouillons.enregistrer(formulaire, sujet, saisi.contenu().toString(), saisi.versionBase()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void effacer(@PathVariable String formulaire, @RequestParam(required = false) UUID sujet) {
        brouillons.effacer(formulaire, sujet);
    }

    private JsonNode arbre(String contenu) {
        try {
            return json.readTree(contenu);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Un brouillon n’est plus lisible", e);
        }
    }
}
