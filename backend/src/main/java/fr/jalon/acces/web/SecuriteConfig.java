package fr.jalon.acces.web;

import java.time.Duration;
import java.util.Map;

import fr.jalon.acces.Utilisateurs;
import fr.jalon.commun.web.NonceCsp;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;

/**
 * Sessions for the browser, bearer tokens for API clients, CSRF on, a policy without inline anything. Which of its acts a person may do
 * is not decided here but at the act ({@code acces.Acces}): this page only says that nobody unknown comes past the door.
 */
@Configuration
class SecuriteConfig {

    @Bean
    SecurityContextRepository contextes() {
        return new HttpSessionSecurityContextRepository();
    }

    /** With the session, not in the memory of one node. */
    @Bean
    @ConditionalOnBean(ClientRegistrationRepository.class)
    OAuth2AuthorizedClientRepository jetonsDesSessions() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    SecurityFilterChain porte(HttpSecurity http, Utilisateurs utilisateurs, Annuaire annuaire, SecurityContextRepository contextes,
            ObjectProvider<ClientRegistrationRepository> clients, ObjectProvider<JwtDecoder> jetons,
            ObjectProvider<OAuth2AuthorizedClientRepository> autorises, @Value("${jalon.session.duree-max:10h}") Duration dureeMax,
            ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> sessions, JournalDesConnexions journal,
            @Value("${server.servlet.session.cookie.name}") String nomDuCookie,
            @Value("${server.servlet.session.cookie.secure:false}") boolean toujoursHttps) throws Exception {
        http.authorizeHttpRequests(regles -> regles
                .requestMatchers("/api/connexion", "/api/connexion/mode", "/api/demo/personnes", "/api/moi").permitAll()
                .requestMatchers("/actuator/health", "/actuator/health/**").permitAll()
                .requestMatchers("/api/**").authenticated()
                // Metrics answer on the machine itself, and to nobody a proxy speaks for.
                .requestMatchers("/actuator/**").access((a, c) -> new AuthorizationDecision(DemandeLocale.est(c.getRequest())))
                .anyRequest().permitAll());
        http.securityContext(c -> c.securityContextRepository(contextes));
        http.csrf(csrf -> csrf.csrfTokenRepository(jetonDePage(nomDuCookie, toujoursHttps))
                .csrfTokenRequestHandler(new JetonDePage())
                .ignoringRequestMatchers(r -> r.getHeader("Authorization") != null && r.getHeader("Authorization").startsWith("Bearer ")));
        http.headers(entetes -> entetes.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(r -> r.policy(org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(p -> p.policy("camera=(), microphone=(), geolocation=()")));
        http.exceptionHandling(e -> e.authenticationEntryPoint(inconnu()).accessDeniedHandler(refuse(journal)));
        http.requestCache(c -> c.disable());
        http.logout(l -> {
            l.logoutUrl("/api/deconnexion").logoutSuccessHandler((q, r, a) -> r.setStatus(HttpStatus.NO_CONTENT.value()));
            l.addLogoutHandler((q, r, a) -> journal.sortie(a, "deconnexion"));
            // What the browser kept of our pages. Not its cookies: the directive takes those of the whole domain of the département.
            l.addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(ClearSiteDataHeaderWriter.Directive.CACHE)));
        });
        clients.ifAvailable(registre -> {
            try {
                http.oauth2Login(o -> o.userInfoEndpoint(u -> u.oidcUserService(accueil(annuaire)))
                        .authorizationEndpoint(a -> a.authorizationRequestResolver(avecPreuve(registre)))
                        .loginPage("/").successHandler(new EntreeParAnnuaire(annuaire, journal))
                        .failureHandler((q, r, e) -> {
                            journal.refusee(null, "connexion.refusee annuaire");
                            r.sendRedirect(q.getContextPath() + EntreeParAnnuaire.REFUSEE);
                        }));
                OidcClientInitiatedLogoutSuccessHandler partout = new OidcClientInitiatedLogoutSuccessHandler(registre);
                partout.setPostLogoutRedirectUri("{baseUrl}/");
                http.logout(l -> l.logoutSuccessHandler(new FinDeSession(partout)));
                http.oidcLogout(o -> o.backChannel(b -> b.logoutHandler(new FinDesSessions(sessions.getObject(), annuaire, journal))));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        if (jetons.getIfAvailable() != null) {
            http.oauth2ResourceServer(o -> o.jwt(Customizer.withDefaults()).authenticationEntryPoint(inconnu()));
        }
        http.addFilterBefore(new NonceCsp(), SecurityContextHolderFilter.class);
        http.addFilterBefore(new TailleDesCorps(), SecurityContextHolderFilter.class);
        http.addFilterBefore(new SansCaractereNul(), SecurityContextHolderFilter.class);
        OAuth2AuthorizedClientRepository jetonsDesSessions = autorises.getIfAvailable();
        http.addFilterAfter(new VieDeSession(dureeMax, annuaire, jetonsDesSessions, clients.getIfAvailable() == null ? null
                : new DefaultOAuth2AuthorizedClientManager(clients.getObject(), jetonsDesSessions), journal), AnonymousAuthenticationFilter.class);
        http.addFilterAfter(new FiltreIdentite(utilisateurs, annuaire, journal), VieDeSession.class);
        return http.build();
    }

    private static OAuth2UserService<OidcUserRequest, OidcUser> accueil(Annuaire annuaire) {
        OidcUserService delegue = new OidcUserService();
        return demande -> {
            OidcUser personne = delegue.loadUser(demande);
            annuaire.accueillir(personne.getClaims());
            return personne;
        };
    }

    /** PKCE, which the realm asks of the browser's client although it also has a secret. */
    private static OAuth2AuthorizationRequestResolver avecPreuve(ClientRegistrationRepository registre) {
        DefaultOAuth2AuthorizationRequestResolver demandes = new DefaultOAuth2AuthorizationRequestResolver(registre,
                OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        demandes.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return demandes;
    }

    private static AuthenticationEntryPoint inconnu() {
        return (demande, reponse, e) -> ecrire(reponse, 401, "Session terminée", "Connectez-vous pour continuer ; votre saisie est conservée.");
    }

    private static AccessDeniedHandler refuse(JournalDesConnexions journal) {
        return (demande, reponse, e) -> {
            journal.arretee(SecurityContextHolder.getContext().getAuthentication());
            ecrire(reponse, 403, "Action non permise",
                "Vos habilitations ne permettent pas cette action, ou la page est restée ouverte trop longtemps : rechargez-la.");
        };
    }

    /** Served over HTTPS alone, its cookie bears the prefix by which the browser refuses it from anywhere else, as the session's does. */
    static CookieCsrfTokenRepository jetonDePage(String nomDuCookie, boolean toujoursHttps) {
        CookieCsrfTokenRepository jetons = CookieCsrfTokenRepository.withHttpOnlyFalse();
        jetons.setCookiePath("/");
        jetons.setCookieName(nomDuCookie.startsWith("__Host-") ? "__Host-XSRF-TOKEN" : "XSRF-TOKEN");
        jetons.setCookieCustomizer(c -> {
            c.sameSite("Lax");
            if (toujoursHttps) {
                c.secure(true);
            }
        });
        return jetons;
    }

    private static void ecrire(jakarta.servlet.http.HttpServletResponse reponse, int statut, String titre, String detail)
            throws java.io.IOException {
        reponse.setStatus(statut);
        reponse.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        reponse.setCharacterEncoding("UTF-8");
        new com.fasterxml.jackson.databind.ObjectMapper().writeValue(reponse.getWriter(),
                Map.of("type", "about:blank", "title", titre, "status", statut, "detail", detail));
    }
}
