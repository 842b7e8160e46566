package fr.jalon.parcours;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A journey in a real Chromium, on the whole application with its own database and the demo people. Each screen worth showing goes
 * through {@link #voir}: axe finds nothing, and its picture is kept ({@code -Djalon.captures=docs/guide/images} renews those of the guide).
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"jalon.demonstration=true",
    "jalon.demo.personnes-seules=true", "camunda.bpm.job-execution.enabled=false", "jalon.travaux=false", "server.shutdown=immediate"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class Parcours {

    private static final List<String> REGLES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    @LocalServerPort
    protected int port;

    private Playwright playwright;
    private Browser navigateur;
    private final List<BrowserContext> contextes = new java.util.ArrayList<>();

    /** What stood on each window when a journey failed, in {@code target/captures}. */
    @RegisterExtension
    final AfterTestExecutionCallback surEchec = contexte -> contexte.getExecutionException().ifPresent(e -> {
        int n = 0;
        for (Page page : contextes.stream().flatMap(c -> c.pages().stream()).toList()) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of("target", "captures", "echec-" + contexte.getRequiredTestMethod().getName() + "-" + ++n + ".png")));
        }
    });

    @BeforeAll
    void ouvrirLeNavigateur() {
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-gpu",
                "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"));
        Chromium.trouver().ifPresent(options::setExecutablePath);
        navigateur = playwright.chromium().launch(options);
    }

    @AfterAll
    void fermerLeNavigateur() {
        navigateur.close();
        playwright.close();
    }

    @AfterEach
    void fermerLesFenetres() {
        contextes.forEach(BrowserContext::close);
        contextes.clear();
    }

    /** A window of its own, with its own session. */
    protected Page fenetre() {
        BrowserContext contexte = navigateur.newContext(new Browser.NewContextOptions().setBaseURL("http://127.0.0.1:" + port)
                .setLocale("fr-FR").setTimezoneId("Europe/Paris").setViewportSize(1360, 860).setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        contexte.setDefaultTimeout(20_000);
        contextes.add(contexte);
        Page page = contexte.newPage();
        page.onPageError(e -> {
            throw new AssertionError("Erreur dans la page : " + e);
        });
        return page;
    }

    /** A window in which this demo person is logged in through the login service. */
    protected Page comme(String identifiant) {
        Page page = fenetre();
        page.navigate("/");
        Object statut = page.evaluate("""
                async identifiant => {
                    await fetch('/api/moi');
                    const jeton = decodeURIComponent(document.cookie.split('; ').find(c => c.startsWith('XSRF-TOKEN=')).split('=')[1]);
                    const reponse = await fetch('/api/connexion', {method: 'POST', body: JSON.stringify({identifiant}),
                        headers: {'Content-Type': 'application/json', 'X-XSRF-TOKEN': jeton}});
                    return reponse.status;
                }""", identifiant);
        assertThat(statut).as("connexion de la personne d’essai").isEqualTo(200);
        page.navigate("/");
        return page;
    }

    /** The screen as it stands: nothing found by axe, and a picture kept under this name. */
    protected void voir(Page page, String nom) {
        voir(page, nom, null);
    }

    /** The same, axe looking at what has come since the last time and not at the rest of the screen again. @param partie CSS, or null for all */
    protected void voir(Page page, String nom, String partie) {
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        AxeBuilder axe = new AxeBuilder(page).withTags(REGLES);
        AxeResults resultats = (partie == null ? axe : axe.include(List.of(partie))).analyze();
        assertThat(resultats.getViolations()).as("axe sur « " + nom + " »").map(v -> v.getId() + " : "
                + v.getNodes().stream().limit(3).map(n -> n.getTarget() + " " + n.getHtml()).toList()).isEmpty();
        page.screenshot(new Page.ScreenshotOptions().setPath(captures().resolve(nom + ".png")).setFullPage(false));
    }

    /** The page at 320 px wide, or enlarged four times: nothing needs scrolling sideways; what sticks out is named. */
    protected void etroit(Page page) {
        page.setViewportSize(320, 720);
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        // What is drawn to measure follows the new width a few frames later; what sticks out after that stays out.
        for (int i = 0; i < 30 && !Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= 320")); i++) {
            page.waitForTimeout(100);
        }
        assertThat((List<?>) page.evaluate("""
                () => {
                    if (document.documentElement.scrollWidth <= 320) return [];
                    const deborde = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 320.5);
                    return [document.documentElement.scrollWidth + ' px', ...deborde.map(e => e.outerHTML.slice(0, 160))];
                }""")).as("nothing is lost at 320 px").isEmpty();
    }

    /** Where pictures are kept. */
    static Path captures() {
        String choisi = System.getProperty("jalon.captures");
        return choisi == null ? Path.of("target", "captures") : Path.of("..").resolve(choisi);
    }
}
