using Hilo.Platform;

namespace Hilo.Invoicing;

internal static class InvoicingProblems
{
    public static readonly Problem ReceiverDocument = new("invoicing.receiver_document", "El documento del receptor no tiene la forma de su tipo.", 422);
    public static readonly Problem ReceiverCuit = new("invoicing.receiver_cuit", "El dígito verificador del CUIT o CUIL del receptor no corresponde.", 422);
    public static readonly Problem ReceiverCondition = new("invoicing.receiver_condition", "La condición de IVA del receptor no es una de las de ARCA.", 422);
    public static readonly Problem ReceiverIsIssuer = new("invoicing.receiver_is_issuer", "El receptor y el emisor son el mismo CUIT.", 422);
    public static readonly Problem RegistryUnavailable = new("invoicing.registry_unavailable", "El padrón de ARCA no responde: cargá nombre y condición a mano, la venta sigue.", 503);
    public static readonly Problem RateUnavailable = new("invoicing.rate_unavailable", "ARCA no contesta la cotización: usá la que acordaste, se controla al emitir.", 503);
    public static readonly Problem NeedsCuit = new("invoicing.needs_cuit", "Una factura A lleva el CUIT del receptor.", 422);
    public static readonly Problem NeedsDocument = new("invoicing.needs_document", "Un receptor que no es consumidor final lleva su documento.", 422);
    public static readonly Problem NothingToInvoice = new("invoicing.nothing_to_invoice", "El total es cero: no hay nada que facturar.", 422);
    public static readonly Problem NoCertificate = new("invoicing.no_certificate", "Falta el certificado de ARCA.");
    public static readonly Problem CertificateExpired = new("invoicing.certificate_expired", "El certificado venció.");
    public static readonly Problem CertificateOfOther = new("invoicing.certificate_of_other", "El certificado no es el de esta clave, o es de otro CUIT.", 422);
    public static readonly Problem CertificateOfEnvironment = new("invoicing.certificate_of_environment", "El certificado es de otro entorno: los de homologación no sirven en producción, ni al revés.", 422);
    public static readonly Problem CertificateTooEarly = new("invoicing.certificate_too_early", "El certificado todavía no rige: mirá el reloj del servidor, o esperá un minuto.", 422);
    public static readonly Problem AliasInUse = new("invoicing.alias_in_use", "ARCA pide otro alias para el certificado nuevo.", 422);
    public static readonly Problem NotForFce = new("invoicing.not_for_fce", "Solo se convierte una factura que ARCA rechazó porque tiene que ser de crédito (FCE).");
    public static readonly Problem NoFceAccount = new("invoicing.no_fce_account", "Falta la CBU del emisor para las facturas de crédito (FCE).", 422);
    public static readonly Problem NoRenewal = new("invoicing.no_renewal", "Antes hay que crear la clave nueva y su pedido.");
    public static readonly Problem CertificateUnreadable = new("invoicing.certificate_unreadable", "Eso no es un certificado en PEM ni en DER.", 422);
    public static readonly Problem NoPoint = new("invoicing.no_point", "Falta un punto de venta que sirva a todos los canales.");
    public static readonly Problem IssuerExists = new("invoicing.issuer_exists", "Esa razón social ya tiene su emisor.");
    public static readonly Problem EntityUnknown = new("invoicing.entity_unknown", "Esa razón social no existe.", 422);
    public static readonly Problem SandboxMissing = new("invoicing.sandbox_missing", "Este servidor no tiene el organismo de prueba: elegí homologación o producción.", 422);
    public static readonly Problem PointTaken = new("invoicing.point_taken", "Ese punto de venta, o ese canal, ya está asignado.");

    public static readonly Problem PointOfOneKind = new("invoicing.point_of_one_kind", "Un punto de venta es de contingencia o de exportación, no las dos cosas.", 422);
    public static readonly Problem NoAbroadPoint = new("invoicing.no_abroad_point", "Falta el punto de venta de exportación (FEEWS) del emisor.");
    public static readonly Problem AbroadNeedsRate = new("invoicing.abroad_needs_rate", "Una exportación en otra moneda lleva su cotización; si se cobra en esa moneda, es la vendedora de ARCA del día hábil anterior.", 422);
    public static readonly Problem CorrectAsAbroad = new("invoicing.correct_as_abroad", "Una exportación se corrige con sus propios datos: cliente, país y cotización.", 422);

    public static Problem BadAbroad(string why) => new("invoicing.abroad_invalid", why, 422);

    public static readonly Problem NotAFallback = new("invoicing.not_a_fallback", "Solo un punto de venta de contingencia (CAEA) del mismo emisor puede reemplazar a otro.", 422);
    public static readonly Problem NotReportable = new("invoicing.not_reportable", "Ese comprobante no tiene un informe rechazado.");
    public static readonly Problem OtherLetter = new("invoicing.other_letter", "Con ese receptor el comprobante llevaría otra letra, y el comprador ya lo tiene: hacé una nota de crédito y uno nuevo.", 422);

    public static readonly Problem BadMonth = new("invoicing.bad_month", "El mes se escribe 2026-11.", 422);

    public static Problem NeedsIdentification(Money from) =>
        new("invoicing.needs_identification", $"Desde {from.AmountText()} pesos el consumidor final se identifica con su documento.", 422);

    public static readonly Problem BadTribute = new("invoicing.tribute_invalid", "Una alícuota tiene un desde que no es posterior a su hasta, y un mínimo que no es negativo.", 422);
    public static readonly Problem NobodyIssues = new("invoicing.nobody_issues", "Nadie factura todavía para esa razón social: falta un emisor activo.");
    public static readonly Problem WhichIssuer = new("invoicing.which_issuer", "Facturan varias razones sociales: decí cuál vende (legalEntityId, o razon_social con su CUIT).", 422);
    public static readonly Problem OtherIssuer = new("invoicing.other_issuer", "La nota y la factura que corrige son de razones sociales distintas.", 422);
    public static readonly Problem SoldInFuture = new("invoicing.sold_in_future", "La fecha de la venta está en el futuro.", 422);
    public static readonly Problem NoteWithoutOriginal = new("invoicing.note_without_original", "Una nota dice en «corrige» la referencia de su factura.", 422);
    public static readonly Problem InvoiceCorrectsNothing = new("invoicing.invoice_corrects_nothing", "Una factura no corrige a otra: para corregir, mandá una nota de crédito o de débito.", 422);
    public static readonly Problem NeedsRate = new("invoicing.needs_rate", "Una venta en otra moneda que se cobra en pesos lleva la cotización acordada.", 422);
    public static readonly Problem NeedsRateOrName = new("invoicing.needs_rate_or_name", "Sin cotización no se sabe a cuántos pesos llega la venta: identificá al comprador, o mandá la cotización.", 422);
    public static readonly Problem PesosHaveNoRate = new("invoicing.pesos_have_no_rate", "Una venta en pesos no lleva cotización.", 422);
    public static readonly Problem NeedsServicePeriod = new("invoicing.needs_service_period", "Un servicio lleva su período: desde cuándo y hasta cuándo se prestó.", 422);
    public static readonly Problem BadServicePeriod = new("invoicing.service_period_invalid", "El período del servicio termina después de empezar, y se paga después de empezar.", 422);

    public static readonly Problem NothingToExport = new("invoicing.nothing_to_export", "No hay comprobantes nuevos: todo lo autorizado ya está en alguna entrega.");
    public static readonly Problem ExportWidthMissing = new("invoicing.export_width_missing", "En un archivo de ancho fijo cada columna lleva su ancho.", 422);

    public static Problem UnknownExportField(string field, IEnumerable<string> known) => new("invoicing.export_field_unknown", $"No existe el campo «{field}»: los campos son {string.Join(", ", known)}.", 422);

    public static Problem ExportTooNarrow(string field, int width, string value) =>
        new("invoicing.export_too_narrow", $"«{value}» no entra en los {width} lugares de la columna {field}: hacela más ancha.", 422);

    public static Problem UnreadableFile(string why) => new("invoicing.file_unreadable", why, 422);

    public static Problem MonthNotOver(BookMonth month) => new("invoicing.month_not_over", $"{month} todavía no terminó: se cierra desde el día siguiente al último.");

    public static Problem LaterMonthClosed(BookMonth month) => new("invoicing.later_month_closed", $"Ya se cerró un mes posterior a {month}, y con él todo lo anterior: {month} no cambia más.");

    public static Problem MonthHasOpen(BookMonth month, int count) =>
        new("invoicing.month_has_open", $"Hay {count} comprobantes con fecha de {month} o anterior que ARCA todavía no contestó. Esperá a que se autoricen, o resolvelos en la cola, y cerrá después.");

    public static Problem MonthLacksRates(BookMonth month, int count) =>
        new("invoicing.month_lacks_rates", $"De {count} comprobantes de {month} en otra moneda todavía no se sabe la cotización de ARCA. Se consulta sola dentro de la hora; cerrá después.");

    public static Problem UnknownReport(string by) => new("invoicing.unknown_report", $"No se agrupa por «{by}»: usá province, entity, location, channel o tender.", 422);

    public static Problem NoSuchOriginal(string reference) => new("invoicing.no_such_original", $"No hay ninguna factura con la referencia «{reference}».", 422);

    public static Problem UnknownCurrency(string iso) => new("invoicing.unknown_currency", $"No se factura en {iso}: las monedas son {Currencies.Known}.", 422);

    public static Problem NoteCurrency(DocumentTerms terms) => new(
        "invoicing.note_currency", $"Una nota lleva la moneda y la cotización de su factura: {Currencies.IsoOf(terms.Currency)}{(terms.Currency != Currencies.Pesos && terms.Rate is { } rate ? $", a {Currencies.RateText(rate)} pesos" : "")}.", 422);

    public static Problem BadExternalLine(int at) =>
        new("invoicing.external_line_invalid", $"El renglón {at} no cierra: cantidad mayor que cero, precio y bonificación en pesos y centavos, y no se bonifica más de lo que cuesta.", 422);

    public static Problem CreditAbove(TaxCode code, Money left) =>
        new("invoicing.credit_above", $"No se puede acreditar más de lo facturado: de {(code.AgencyVatId is null ? "" : "IVA ")}{Paper.RateOf(code)} quedan {left.AmountText()} {left.Currency.Code}.", 422);

    public static Problem ExternalDiffers(string reference, IReadOnlyList<string> differences) =>
        new("invoicing.external_differs", $"La referencia «{reference}» ya se facturó con otro contenido; {string.Join("; ", differences)}. Si es otra venta, usá otra referencia; si hay que corregirla, mandá una nota.");

    public static Problem NotCorrectable(FiscalDocumentState state) => new("invoicing.not_correctable", $"A document that is {state} cannot be corrected: only a rejected one can.");

    public static Problem NotAskable(FiscalDocumentState state) => new("invoicing.not_askable", $"A document that is {state} needs no person.");

    public static readonly ProblemPage[] Pages =
    [
        Page(ReceiverDocument, "El documento del receptor no es válido", "Revisá el tipo y el número.", "The receiver's document is not valid", "Its number does not fit its type.", "Check type and number."),
        Page(ReceiverCuit, "El CUIT del receptor no es válido", "Revisá el número: el dígito verificador no corresponde.", "The receiver's CUIT is not valid", "Its check digit does not fit.", "Check the number."),
        Page(ReceiverCondition, "No existe esa condición de IVA", "Elegí una de la lista de ARCA.", "There is no such VAT condition", "The agency has a closed list.", "Choose one of the agency's list."),
        Page(ReceiverIsIssuer, "Nadie se factura a sí mismo", "Cargá el CUIT de quien compra.", "Nobody invoices themselves", "Receiver and issuer are one CUIT.", "Enter the buyer's CUIT."),
        Page(RegistryUnavailable, "El padrón no responde", "Cargá el nombre y la condición de IVA a mano; la venta no espera.", "The registry does not answer", "It is down, or asked too often.", "Enter name and VAT condition by hand; the sale does not wait."),
        Page(RateUnavailable, "ARCA no contesta la cotización", "Usá la que acordaste: se controla al emitir, o probá en un rato.", "The agency does not say its rate", "It does not answer now, or nobody issues yet.", "Use the agreed rate, which is checked when the document is made, or ask again in a while."),
        Page(NeedsCuit, "Falta el CUIT", "Pedile el CUIT al comprador, o emití factura B.", "The CUIT is missing", "An invoice A names the receiver by CUIT.", "Ask the buyer for the CUIT, or issue an invoice B."),
        Page(NeedsDocument, "Falta el documento del receptor", "Pedile el CUIT o el documento.", "The receiver's document is missing", "A receiver who is no final consumer is named.", "Ask for CUIT or document."),
        Page(NothingToInvoice, "No hay nada que facturar", "No hace falta hacer nada.", "There is nothing to invoice", "The total is zero.", "Nothing needs to be done."),
        Page(NoCertificate, "Falta el certificado", "Bajá el pedido de certificado, cargalo en ARCA y pegá acá el certificado.", "The certificate is missing", "The agency signs one for this key.", "Download the signing request, upload it at the agency and paste the certificate here."),
        Page(CertificateExpired, "El certificado venció", "Generá otro pedido y cargá el certificado nuevo.", "The certificate has expired", "The agency takes no expired certificate.", "Make another request and paste the new certificate."),
        Page(CertificateOfOther, "El certificado no corresponde", "Pegá el certificado que ARCA hizo con este pedido.", "The certificate does not match", "It is of another key or another CUIT.", "Paste the certificate made from this request."),
        Page(CertificateOfEnvironment, "El certificado es de otro entorno", "Pegá el que hizo ARCA para el entorno de este emisor.", "The certificate is of another environment", "One of homologation is worth nothing in production, and the other way round.", "Paste the one that the agency made for this issuer's environment."),
        Page(CertificateTooEarly, "El certificado todavía no rige", "Revisá la hora del servidor; si está bien, esperá un minuto y volvé a cargarlo.", "The certificate is not valid yet", "It begins later than this server's clock.", "Check the server's clock; if it is right, wait a minute and bring it again."),
        Page(AliasInUse, "Ese alias ya se usa", "Elegí otro, como hilo2027.", "That alias is in use", "The agency wants another one for a new certificate.", "Choose another, such as hilo2027."),
        Page(NotForFce, "Esa factura no se convierte", "Mirá el motivo del rechazo y corregilo.", "That invoice is not converted", "Only one that the agency wants as a credit invoice is.", "Look at the reason and correct it."),
        Page(NoFceAccount, "Falta la CBU", "Cargá la CBU registrada en ARCA en la puesta en marcha del emisor.", "The account is missing", "A credit invoice names the account that it is paid to.", "Enter the CBU that is registered at the agency."),
        Page(NoRenewal, "Todavía no hay una clave nueva", "Creá la clave nueva, cargá su pedido en ARCA y traé el certificado.", "There is no new key yet", "A certificate belongs to a key that was made here.", "Make the new key, upload its request at the agency and bring the certificate."),
        Page(CertificateUnreadable, "No pudimos leer el certificado", "Pegá el archivo completo, con sus líneas BEGIN y END.", "The certificate cannot be read", "It is neither PEM nor DER.", "Paste the whole file with its BEGIN and END lines."),
        Page(NoPoint, "Falta un punto de venta", "Agregá uno sin canal: sirve a todos los que no tengan el suyo.", "A point of sale is missing", "At least one has to serve every channel.", "Add one without a channel."),
        Page(IssuerExists, "Esa razón social ya factura", "Abrí su emisor y cambialo.", "That legal entity has its issuer", "There is one per legal entity.", "Open its issuer and change it."),
        Page(EntityUnknown, "Esa razón social no existe", "Cargala primero en La tienda.", "There is no such legal entity", "An issuer belongs to one.", "Add it in the settings first."),
        Page(SandboxMissing, "No hay organismo de prueba", "Elegí homologación o producción.", "There is no sandbox agency", "This server runs without stand-ins.", "Choose homologation or production."),
        Page(PointOfOneKind, "Un punto de venta es de una sola clase", "Elegí contingencia o exportación.", "A point of sale is of one kind", "The agency registers each for one system.", "Choose contingency or export."),
        Page(NoAbroadPoint, "Falta el punto de exportación", "Dalo de alta en ARCA como comprobantes de exportación por web services y agregalo en la puesta en marcha.", "The point of sale for export is missing", "Exports have numbers of their own.", "Register it at the agency for export by web services and add it to the issuer."),
        Page(AbroadNeedsRate, "Falta la cotización", "Mandá cuántos pesos vale una unidad.", "The exchange rate is missing", "Every export in another currency tells its rate.", "Send it."),
        Page(CorrectAsAbroad, "Es una exportación", "Corregí sus datos de exportación, o mandala de nuevo como está.", "It is an export", "It has no receiver of the country.", "Correct its export data, or send it again as it is."),
        Page(BadAbroad("Una exportación no lleva IVA."), "La exportación no cierra", "Hacé lo que dice el mensaje.", "The export does not add up", "Something in it belongs to sales inside of the country, or is missing.", "Do what the message says."),
        Page(NotAFallback, "Ese punto no sirve de contingencia", "Dalo de alta en ARCA como CAEA de contingencia y agregalo acá como tal.", "That point cannot serve in contingency", "Only a contingency point of the same issuer can.", "Register it at the agency for contingency (CAEA) and add it here as one."),
        Page(NotReportable, "No hay nada que volver a informar", "No hace falta hacer nada.", "There is nothing to tell again", "No report of that document was refused.", "Nothing needs to be done."),
        Page(OtherLetter, "Ese receptor cambia la letra", "Anulalo con una nota de crédito y hacé otro.", "That receiver changes the letter", "The buyer has the paper already.", "Cancel it with a note of credit and make another."),
        Page(BadMonth, "Ese mes no se entiende", "Escribilo como 2026-11.", "That month is not understood", "It is written year and month.", "Write it as 2026-11."),
        Page(PointTaken, "Ese punto de venta ya está asignado", "Elegí otro número u otro canal.", "That point of sale is taken", "A number and a channel are assigned once.", "Choose another number or channel."),
        Page(NeedsIdentification(Money.Ars(0)), "Hay que identificar al comprador", "Pedile el documento y cargalo en el comprobante.", "The buyer has to be named", "Above an amount that the norm sets, a final consumer is identified.", "Ask for the document and enter it."),
        Page(BadTribute, "Esa alícuota no es válida", "Revisá las fechas y el mínimo.", "That rate is not valid", "Its dates or its minimum do not fit.", "Check dates and minimum."),
        Page(NobodyIssues, "Falta un emisor", "Activá un emisor en Comprobantes.", "Nobody issues", "No issuer is active for that legal entity.", "Activate an issuer."),
        Page(WhichIssuer, "¿Quién vende?", "Nombrá la razón social de la venta.", "Who sells?", "Several legal entities issue.", "Name one."),
        Page(OtherIssuer, "La nota es de otra razón social", "Mandala con la razón social de la factura.", "The note is of another legal entity", "A note is issued by whoever issued its invoice.", "Send it with that one."),
        Page(SoldInFuture, "La venta está en el futuro", "Revisá la fecha.", "The sale is in the future", "Its date has not come.", "Check the date."),
        Page(NoteWithoutOriginal, "Falta la factura de la nota", "Decí la referencia de la factura que corrige.", "The note's invoice is missing", "A note corrects an invoice.", "Name its reference."),
        Page(InvoiceCorrectsNothing, "Una factura no corrige", "Mandá una nota, o dejá «corrige» vacío.", "An invoice corrects nothing", "Only notes do.", "Send a note, or leave it empty."),
        Page(NeedsRate, "Falta la cotización", "Mandá cuántos pesos vale una unidad.", "The exchange rate is missing", "A sale in another currency paid in pesos has its rate.", "Send it."),
        Page(NeedsRateOrName, "Falta la cotización o el comprador", "Mandá una de las dos cosas.", "Rate or buyer is missing", "Without the rate nobody knows whether the buyer has to be named.", "Send one of them."),
        Page(PesosHaveNoRate, "Los pesos no llevan cotización", "Sacala.", "Pesos have no rate", "One peso is one peso.", "Leave it out."),
        Page(NeedsServicePeriod, "Falta el período del servicio", "Decí desde cuándo y hasta cuándo se prestó.", "The service's period is missing", "The agency wants from and to.", "Say them."),
        Page(BadServicePeriod, "El período del servicio no es válido", "Revisá las fechas.", "The service's period is not valid", "It ends before it begins.", "Check the dates."),
        Page(NothingToExport, "No hay nada para exportar", "Bajá de nuevo una entrega anterior, o esperá a que haya ventas.", "There is nothing to export", "Everything is in some delivery already.", "Download an earlier one again, or wait for sales."),
        Page(ExportWidthMissing, "Falta un ancho", "Poné el ancho de cada columna.", "A width is missing", "A file of fixed width needs one per column.", "Give each column its width."),
        Page(UnknownExportField("", []), "Ese campo no existe", "Usá uno de los nombrados.", "There is no such field", "Layouts name a closed list.", "Use one of it."),
        Page(ExportTooNarrow("", 1, ""), "Una columna es angosta", "Hacela más ancha en el formato.", "A column is too narrow", "A number does not fit.", "Widen it."),
        Page(UnreadableFile("El archivo no es un CSV con las columnas de la guía."), "No pudimos leer el archivo", "Hacé lo que dice el mensaje y mandalo de nuevo.", "The file cannot be read", "It is no CSV with the columns of the guide.", "Do what the message says and send it again."),
        Page(MonthNotOver(new BookMonth(new(2026, 1, 1))), "El mes no terminó", "Cerralo cuando haya terminado.", "The month is not over", "A month is closed after its last day.", "Close it then."),
        Page(LaterMonthClosed(new BookMonth(new(2026, 1, 1))), "Ya está cerrado", "No hace falta hacer nada.", "It is closed already", "A later month was closed, and all before it.", "Nothing needs to be done."),
        Page(MonthHasOpen(new BookMonth(new(2026, 1, 1)), 1), "El mes tiene comprobantes sin resolver", "Resolvé la cola y volvé a cerrar.", "The month has documents that are open", "Numbers of it wait for the agency.", "Settle the queue and close again."),
        Page(MonthLacksRates(new BookMonth(new(2026, 1, 1)), 1), "Faltan cotizaciones", "Esperá a que se consulten y volvé a cerrar.", "Rates are missing", "The agency has not told them yet.", "Wait and close again."),
        Page(UnknownReport(""), "Ese agrupamiento no existe", "Usá uno de los nombrados.", "There is no such report", "Reports are by a closed list.", "Use one of it."),
        Page(NoSuchOriginal(""), "No existe esa factura", "Revisá la referencia; la factura se manda antes que su nota.", "There is no such invoice", "No invoice has that reference.", "Check it; an invoice is sent before its note."),
        Page(UnknownCurrency(""), "Esa moneda no se factura", "Usá una de las nombradas.", "That currency is not invoiced", "Only the named ones are.", "Use one of them."),
        Page(NoteCurrency(DocumentTerms.InPesos), "La nota lleva la moneda de su factura", "Mandala en esa moneda y con esa cotización, o sin cotización.", "A note keeps its invoice's currency", "It is in another one, or at another rate.", "Send it in that currency and at that rate, or without a rate."),
        Page(BadExternalLine(1), "Un renglón no cierra", "Revisá cantidad, precio y bonificación.", "A line does not add up", "Quantity, price or discount do not fit.", "Check them."),
        Page(CreditAbove(TaxCode.Vat21, Money.Ars(0)), "Es más de lo facturado", "Acreditá como mucho lo que dice el mensaje.", "More than was invoiced", "A credit is at most what is left of its invoice.", "Credit at most what the message says."),
        Page(ExternalDiffers("", []), "Esa referencia ya se facturó distinto", "Usá otra referencia, o mandá una nota.", "That reference was invoiced with another content", "One reference is one sale.", "Use another, or send a note."),
        Page(NotCorrectable(default), "Ese comprobante no se corrige", "Si está autorizado, se corrige con una nota de crédito.", "That document cannot be corrected", "Only a rejected one can.", "An authorized one is corrected by a credit note."),
        Page(NotAskable(default), "Ese comprobante no espera a nadie", "No hace falta hacer nada.", "That document waits for nobody", "It is settled or being settled.", "Nothing needs to be done."),
    ];

    private static ProblemPage Page(Problem problem, string es, string esDo, string en, string enCause, string enDo) =>
        new(problem.Code, new(es, problem.Detail, esDo), new(en, enCause, enDo));
}
