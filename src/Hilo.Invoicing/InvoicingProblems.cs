using Hilo.Platform;

namespace Hilo.Invoicing;

internal static class InvoicingProblems
{
    public static readonly Problem ReceiverDocument = new("invoicing.receiver_document", "El documento del receptor no tiene la forma de su tipo.", 422);
    public static readonly Problem ReceiverCuit = new("invoicing.receiver_cuit", "El dígito verificador del CUIT o CUIL del receptor no corresponde.", 422);
    public static readonly Problem ReceiverCondition = new("invoicing.receiver_condition", "La condición de IVA del receptor no es una de las de ARCA.", 422);
    public static readonly Problem ReceiverIsIssuer = new("invoicing.receiver_is_issuer", "El receptor y el emisor son el mismo CUIT.", 422);
    public static readonly Problem NeedsCuit = new("invoicing.needs_cuit", "Una factura A lleva el CUIT del receptor.", 422);
    public static readonly Problem NeedsDocument = new("invoicing.needs_document", "Un receptor que no es consumidor final lleva su documento.", 422);
    public static readonly Problem NothingToInvoice = new("invoicing.nothing_to_invoice", "El total es cero: no hay nada que facturar.", 422);
    public static readonly Problem OtherCurrency = new("invoicing.other_currency", "Todavía no se factura en otra moneda que pesos.", 422);
    public static readonly Problem NoCertificate = new("invoicing.no_certificate", "Falta el certificado de ARCA.");
    public static readonly Problem CertificateExpired = new("invoicing.certificate_expired", "El certificado venció.");
    public static readonly Problem CertificateOfOther = new("invoicing.certificate_of_other", "El certificado no es el de esta clave, o es de otro CUIT.", 422);
    public static readonly Problem CertificateOfEnvironment = new("invoicing.certificate_of_environment", "El certificado es de otro entorno: los de homologación no sirven en producción, ni al revés.", 422);
    public static readonly Problem CertificateTooEarly = new("invoicing.certificate_too_early", "El certificado todavía no rige: mirá el reloj del servidor, o esperá un minuto.", 422);
    public static readonly Problem CertificateUnreadable = new("invoicing.certificate_unreadable", "Eso no es un certificado en PEM ni en DER.", 422);
    public static readonly Problem NoPoint = new("invoicing.no_point", "Falta un punto de venta que sirva a todos los canales.");
    public static readonly Problem IssuerExists = new("invoicing.issuer_exists", "Esa razón social ya tiene su emisor.");
    public static readonly Problem EntityUnknown = new("invoicing.entity_unknown", "Esa razón social no existe.", 422);
    public static readonly Problem SandboxMissing = new("invoicing.sandbox_missing", "Este servidor no tiene el organismo de prueba: elegí homologación o producción.", 422);
    public static readonly Problem PointTaken = new("invoicing.point_taken", "Ese punto de venta, o ese canal, ya está asignado.");

    public static readonly Problem BadMonth = new("invoicing.bad_month", "El mes se escribe 2026-11.", 422);

    public static Problem NeedsIdentification(Money from) =>
        new("invoicing.needs_identification", $"Desde {from.AmountText()} pesos el consumidor final se identifica con su documento.", 422);

    public static Problem NotCorrectable(FiscalDocumentState state) => new("invoicing.not_correctable", $"A document that is {state} cannot be corrected: only a rejected one can.");

    public static Problem NotAskable(FiscalDocumentState state) => new("invoicing.not_askable", $"A document that is {state} needs no person.");

    public static readonly ProblemPage[] Pages =
    [
        Page(ReceiverDocument, "El documento del receptor no es válido", "Revisá el tipo y el número.", "The receiver's document is not valid", "Its number does not fit its type.", "Check type and number."),
        Page(ReceiverCuit, "El CUIT del receptor no es válido", "Revisá el número: el dígito verificador no corresponde.", "The receiver's CUIT is not valid", "Its check digit does not fit.", "Check the number."),
        Page(ReceiverCondition, "No existe esa condición de IVA", "Elegí una de la lista de ARCA.", "There is no such VAT condition", "The agency has a closed list.", "Choose one of the agency's list."),
        Page(ReceiverIsIssuer, "Nadie se factura a sí mismo", "Cargá el CUIT de quien compra.", "Nobody invoices themselves", "Receiver and issuer are one CUIT.", "Enter the buyer's CUIT."),
        Page(NeedsCuit, "Falta el CUIT", "Pedile el CUIT al comprador, o emití factura B.", "The CUIT is missing", "An invoice A names the receiver by CUIT.", "Ask the buyer for the CUIT, or issue an invoice B."),
        Page(NeedsDocument, "Falta el documento del receptor", "Pedile el CUIT o el documento.", "The receiver's document is missing", "A receiver who is no final consumer is named.", "Ask for CUIT or document."),
        Page(NothingToInvoice, "No hay nada que facturar", "No hace falta hacer nada.", "There is nothing to invoice", "The total is zero.", "Nothing needs to be done."),
        Page(OtherCurrency, "Esa moneda todavía no se factura", "Emití ese comprobante a mano.", "That currency is not invoiced yet", "Only pesos are.", "Issue that document by hand."),
        Page(NoCertificate, "Falta el certificado", "Bajá el pedido de certificado, cargalo en ARCA y pegá acá el certificado.", "The certificate is missing", "The agency signs one for this key.", "Download the signing request, upload it at the agency and paste the certificate here."),
        Page(CertificateExpired, "El certificado venció", "Generá otro pedido y cargá el certificado nuevo.", "The certificate has expired", "The agency takes no expired certificate.", "Make another request and paste the new certificate."),
        Page(CertificateOfOther, "El certificado no corresponde", "Pegá el certificado que ARCA hizo con este pedido.", "The certificate does not match", "It is of another key or another CUIT.", "Paste the certificate made from this request."),
        Page(CertificateOfEnvironment, "El certificado es de otro entorno", "Pegá el que hizo ARCA para el entorno de este emisor.", "The certificate is of another environment", "One of homologation is worth nothing in production, and the other way round.", "Paste the one that the agency made for this issuer's environment."),
        Page(CertificateTooEarly, "El certificado todavía no rige", "Revisá la hora del servidor; si está bien, esperá un minuto y volvé a cargarlo.", "The certificate is not valid yet", "It begins later than this server's clock.", "Check the server's clock; if it is right, wait a minute and bring it again."),
        Page(CertificateUnreadable, "No pudimos leer el certificado", "Pegá el archivo completo, con sus líneas BEGIN y END.", "The certificate cannot be read", "It is neither PEM nor DER.", "Paste the whole file with its BEGIN and END lines."),
        Page(NoPoint, "Falta un punto de venta", "Agregá uno sin canal: sirve a todos los que no tengan el suyo.", "A point of sale is missing", "At least one has to serve every channel.", "Add one without a channel."),
        Page(IssuerExists, "Esa razón social ya factura", "Abrí su emisor y cambialo.", "That legal entity has its issuer", "There is one per legal entity.", "Open its issuer and change it."),
        Page(EntityUnknown, "Esa razón social no existe", "Cargala primero en la configuración del comercio.", "There is no such legal entity", "An issuer belongs to one.", "Add it in the settings first."),
        Page(SandboxMissing, "No hay organismo de prueba", "Elegí homologación o producción.", "There is no sandbox agency", "This server runs without stand-ins.", "Choose homologation or production."),
        Page(BadMonth, "Ese mes no se entiende", "Escribilo como 2026-11.", "That month is not understood", "It is written year and month.", "Write it as 2026-11."),
        Page(PointTaken, "Ese punto de venta ya está asignado", "Elegí otro número u otro canal.", "That point of sale is taken", "A number and a channel are assigned once.", "Choose another number or channel."),
        Page(NeedsIdentification(Money.Ars(0)), "Hay que identificar al comprador", "Pedile el documento y cargalo en el comprobante.", "The buyer has to be named", "Above an amount that the norm sets, a final consumer is identified.", "Ask for the document and enter it."),
        Page(NotCorrectable(default), "Ese comprobante no se corrige", "Si está autorizado, se corrige con una nota de crédito.", "That document cannot be corrected", "Only a rejected one can.", "An authorized one is corrected by a credit note."),
        Page(NotAskable(default), "Ese comprobante no espera a nadie", "No hace falta hacer nada.", "That document waits for nobody", "It is settled or being settled.", "Nothing needs to be done."),
    ];

    private static ProblemPage Page(Problem problem, string es, string esDo, string en, string enCause, string enDo) =>
        new(problem.Code, new(es, problem.Detail, esDo), new(en, enCause, enDo));
}
