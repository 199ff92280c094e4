namespace Hilo.Web.Backoffice;

/// <summary>The fields of an address.</summary>
internal static class PostalTexts
{
    public static string Street => Text.Of("Calle", "Street");

    public static string StreetMissing => Text.Of("Poné la calle.", "Write the street.");

    public static string Number => Text.Of("Número", "Number");

    public static string Unit => Text.Of("Local o piso", "Unit");

    public static string City => Text.Of("Localidad", "City");

    public static string CityMissing => Text.Of("Poné la localidad.", "Write the city.");

    public static string Province => Text.Of("Provincia", "Province");

    public static string ProvinceMissing => Text.Of("Elegí la provincia.", "Choose the province.");

    public static string PostalCode => Text.Of("Código postal", "Postal code");

    public static string PostalCodeWrong => Text.Of("Poné cuatro números, o el código completo como C1425DKF.", "Write four digits, or the whole code such as C1425DKF.");
}
