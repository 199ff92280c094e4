namespace Hilo.Web.Storefront.Account;

internal static class AccountTexts
{
    public static string SignInTitle => Text.Of("Ingresá con tu correo", "Sign in with your e-mail");

    public static string SignInText => Text.Of("Te mandamos un código de seis números. No hace falta contraseña.", "We send you a six-digit code. No password needed.");

    public static string SendCode => Text.Of("Mandarme el código", "Send me the code");

    public static string Sending => Text.Of("Mandando…", "Sending…");

    public static string CodeTitle => Text.Of("Escribí el código", "Enter the code");

    public static string CodeText => Text.Of("Te lo mandamos por correo recién. Sirve 10 minutos y solo en este navegador.", "We have just e-mailed it. It works for 10 minutes and only in this browser.");

    public static string Code => Text.Of("Código de seis números", "Six-digit code");

    public static string SixDigits => Text.Of("El código tiene seis números. Revisalo en el correo.", "The code has six digits. Check it in the e-mail.");

    public static string Enter => Text.Of("Ingresar", "Sign in");

    public static string Checking => Text.Of("Revisando…", "Checking…");

    public static string AnotherCode => Text.Of("Pedir otro código", "Ask for another code");

    public static string NoOrders => Text.Of("Todavía no hay pedidos", "No orders yet");

    public static string NoOrdersText => Text.Of(
        "Acá vas a ver los que hagas con tu cuenta. Si compraste sin ingresar, abrí el enlace que te mandamos por correo.",
        "Orders you place signed in will be here. If you bought as a guest, open the link we e-mailed you.");

    public static string HelloYou => Text.Of("Hola", "Hello");

    public static string Hello(string name) => Text.Of($"Hola, {name}", $"Hello, {name}");

    public static string Items(int items) => Text.Of(Text.Count(items, "producto", "productos"), Text.Count(items, "item", "items"));
}
