namespace Hilo.Web.Backoffice.Invoicing;

internal static class HealthTexts
{
    public static string Title => Text.Of("Estado de la facturación", "How invoicing stands");

    public static string Sub => Text.Of("Sin consultar a ARCA: lo que se vio y lo que está por vencer.", "Without asking the agency: what was seen and what is about to be due.");

    public static string Certificate => Text.Of("Certificado", "Certificate");

    public static string DaysLeft(int days) => days < 0 ? Text.Of("Vencido", "Expired") : Text.Of($"Quedan {days} días", $"{days} days left");

    public static string None => Text.Of("Todavía no hay", "None yet");

    public static string Queue => Text.Of("En la cola", "In the queue");

    public static string InDoubt => Text.Of("Con la respuesta perdida", "With a lost answer");

    public static string ForPerson => Text.Of("Para corregir", "To correct");

    public static string Foreign => Text.Of("De otro programa", "Of another program");

    public static string Tables => Text.Of("Tablas de ARCA", "The agency's tables");

    public static string ReadOn(string day) => Text.Of($"Leídas el {day}", $"Read {day}");

    public static string NeverRead => Text.Of("Todavía no se leyeron: rigen las de Hilo", "Not read yet: the built-in ones serve");

    public static string Changed(TableChange change) => Text.Of($"Cambió {change.Table} {change.Row} ({change.Text})", $"{change.Table} {change.Row} changed ({change.Text})");

    public static string Contingency => Text.Of("Contingencia (CAEA)", "Contingency (CAEA)");

    public static string Fortnight(CaeaView caea) => Text.Of($"{caea.Period / 100}-{caea.Period % 100:D2}, quincena {caea.Half}", $"{caea.Period / 100}-{caea.Period % 100:D2}, fortnight {caea.Half}");

    public static string Told(CaeaView caea) => Text.Of($"{caea.Reported} informados, {caea.ToReport} por informar, {caea.Refused} rechazados", $"{caea.Reported} told, {caea.ToReport} to tell, {caea.Refused} refused");

    public static string ReportBy(string day) => Text.Of($"se informa hasta el {day}", $"to be told by {day}");

    public static string Closed(string points) => Text.Of($"sin movimiento: {points}", $"without movement: {points}");

    public static string NoContingency => Text.Of("Sin punto de contingencia: si ARCA se cae, los comprobantes esperan.", "Without a contingency point documents wait while the agency is away.");

    public static string Urgent => Text.Of("Hay comprobantes sin informar y quedan cuatro días o menos", "Documents are not told yet, and four days or less are left");

    public static string UrgentText => Text.Of("Si no se informan a tiempo ARCA no da más códigos. Mirá los rechazados en Para corregir.", "Without them the agency gives no more codes. Look at the refused ones in To correct.");

    public static string NoNews => Text.Of("Todo responde", "Everything answers");

    public static string IsContingency => Text.Of("De contingencia (CAEA)", "For contingency (CAEA)");

    public static string IsContingencyHint => Text.Of("Registrado en ARCA como CAEA de contingencia: solo reemplaza a otro mientras ARCA no responde.", "Registered at the agency for contingency: it only serves for another while the agency is away.");

    public static string Meanwhile => Text.Of("Si ARCA no responde", "While the agency is away");

    public static string Wait => Text.Of("Esperar", "Wait");

    public static string Use(int point) => Text.Of($"Usar el punto {point:D5}", $"Use point {point:D5}");

    public static string Keep => Text.Of("Guardar", "Save");

    public static string Kept => Text.Of("Quedó guardado.", "Saved.");

    public static string Renew => Text.Of("Renovar el certificado", "Renew the certificate");

    public static string RenewText => Text.Of("Se crea otra clave, con otro alias, al lado de la que está en uso; cuando ARCA acepta el certificado nuevo, Hilo pasa solo a usarlo.",
        "Another key is made, with another alias, beside the running one; as soon as the agency takes the new certificate, Hilo begins to use it by itself.");

    public static string NewAlias => Text.Of("Alias nuevo", "New alias");

    public static string NewCertificate => Text.Of("Certificado nuevo", "New certificate");

    public static string BeginRenewal => Text.Of("Crear la clave nueva", "Make the new key");

    public static string RenewalBegun => Text.Of("Bajá el pedido nuevo y cargalo en ARCA; el certificado en uso sigue.", "Download the new request and upload it at the agency; the running certificate goes on.");

    public static string RenewalTaken => Text.Of("El certificado nuevo se usa en cuanto ARCA lo acepte.", "The new certificate is used as soon as the agency takes it.");

    public static string RenewalWaits => Text.Of("ARCA todavía no acepta el certificado nuevo; sigue el anterior", "The agency does not take the new certificate yet; the old one goes on");

    public static string Report => Text.Of("Informe a ARCA", "Report to the agency");

    public static string ReportIs(FiscalReport report) => report.State switch
    {
        "reported" => Text.Of("Informado", "Told"),
        "refused" => Text.Of("Rechazado: corregilo y volvé a informar", "Refused: correct it and tell again"),
        _ => Text.Of("Por informar", "To be told"),
    };

    public static string ReportAgain => Text.Of("Corregir e informar de nuevo", "Correct and tell again");

    public static string ReportAgainText => Text.Of("El comprador ya tiene este papel: el número y la letra no cambian.", "The buyer has this paper already: number and letter stay.");

    public static string ToldAgain => Text.Of("Se vuelve a informar.", "It is told again.");

    public static string MakeFce => Text.Of("Emitir como factura de crédito (FCE)", "Issue as a credit invoice (FCE)");

    public static string MadeFce => Text.Of("Vuelve a la cola como factura de crédito.", "It is in the queue again, as a credit invoice.");

    public static string Fce => Text.Of("Factura de crédito (FCE MiPyME)", "Credit invoices (FCE)");

    public static string FceText => Text.Of("Para ventas desde el monto mínimo a grandes empresas. Con la CBU vacía no se emiten.", "For sales from the minimum on to large companies. With an empty account none are made.");

    public static string Cbu => "CBU";

    public static string CbuAlias => Text.Of("Alias de la CBU", "Alias of the account");

    public static string Days => Text.Of("Días hasta el vencimiento", "Days until due");
}
