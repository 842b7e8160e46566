package fr.jalon.courrier;

import com.openhtmltopdf.extend.FSTextBreaker;

/** Where a line may end: after a space or a hyphen between letters, never after an apostrophe nor at a no-break space. */
class CoupuresFrancaises implements FSTextBreaker {

    private String texte = "";
    private int rang;

    @Override
    public void setText(String nouveau) {
        texte = nouveau;
        rang = 0;
    }

    @Override
    public int next() {
        for (int i = rang; i < texte.length(); i++) {
            char c = texte.charAt(i);
            boolean espace = c == ' ' || c == '\t' || c == '\n';
            boolean tiret = (c == '-' || c == '\u2013' || c == '\u2014' || c == '/') && i > 0 && i + 1 < texte.length() && Character.isLetter(texte.charAt(i - 1))
                    && Character.isLetter(texte.charAt(i + 1));
            if (espace || tiret) {
                rang = i + 1;
                return rang;
            }
        }
        rang = texte.length();
        return -1;
    }
}
