namespace Hilo.Platform;

/// <summary>Why an address that a person gave could not be fetched. Kept with the picture that wanted it.</summary>
internal static class FetchProblems
{
    public static readonly Problem BadAddress = new("fetch.bad_address", "This is no http or https address.", 422);
    public static readonly Problem NotPublic = new("fetch.not_public", "The address belongs to a private network.", 422);
    public static readonly Problem Unreachable = new("fetch.unreachable", "Nothing answered at the address.", 422);
    public static readonly Problem TooSlow = new("fetch.too_slow", "The answer took more than 20 seconds.", 422);
    public static readonly Problem TooLarge = new("fetch.too_large", "The answer is larger than allowed.", 422);
    public static readonly Problem TooManyRedirects = new("fetch.too_many_redirects", "The address leads from one to another without end.", 422);

    public static Problem Refused(int status) => new("fetch.refused", $"The other side answered {status}.", 422);

    internal static readonly ProblemPage[] Pages =
    [
        Page("fetch.bad_address", "La dirección no sirve", "No es una dirección http o https.", "Corregí la dirección.", "The address is no good", "It is not an http or https address.", "Correct the address."),
        Page("fetch.not_public", "La dirección no es pública", "Apunta a una red privada o a este mismo servidor.", "Usá una dirección pública, o pedí que se agregue a Fetching:AllowedHosts.", "The address is not public", "It points to a private network or to this server.", "Use a public address, or have it added to Fetching:AllowedHosts."),
        Page("fetch.unreachable", "Nadie respondió", "El nombre no existe, o no hay conexión.", "Revisá la dirección y la conexión; se vuelve a intentar solo.", "Nobody answered", "The name does not exist, or there is no connection.", "Check the address and the connection; it is tried again by itself."),
        Page("fetch.too_slow", "Tardó demasiado", "La respuesta no llegó en 20 segundos.", "Se vuelve a intentar solo; si sigue, usá otra dirección.", "It took too long", "The answer did not come within 20 seconds.", "It is tried again by itself; if it goes on, use another address."),
        Page("fetch.too_large", "Es demasiado grande", "Lo que hay en esa dirección supera el límite.", "Usá un archivo más chico.", "It is too large", "What is at that address is above the limit.", "Use a smaller file."),
        Page("fetch.too_many_redirects", "La dirección da vueltas", "Redirige más de tres veces.", "Usá la dirección final.", "The address goes in circles", "It redirects more than three times.", "Use the final address."),
        Page("fetch.refused", "El otro lado dijo que no", "Respondió con un error.", "Abrí la dirección en un navegador para ver por qué.", "The other side said no", "It answered with an error.", "Open the address in a browser to see why."),
    ];

    private static ProblemPage Page(string code, string titleEs, string causeEs, string toDoEs, string title, string cause, string toDo) =>
        new(code, new(titleEs, causeEs, toDoEs), new(title, cause, toDo));
}
