namespace Hilo.Web.Backoffice.Invoicing;

internal static class InvoicingTexts
{
    public static string Title => Text.Of("Comprobantes", "Fiscal documents");

    public static string Views => Text.Of("Vistas de comprobantes", "Views of documents");

    public static string Document => Text.Of("Comprobante", "Document");

    public static string When => Text.Of("Cuándo", "When");

    public static string Receiver => Text.Of("Receptor", "Receiver");

    public static string FinalConsumer => Text.Of("Consumidor final", "Final consumer");

    public static string Order => Text.Of("Pedido", "Order");

    public static string State => Text.Of("Estado", "State");

    public static string CaeOrReason => Text.Of("CAE o motivo", "CAE or reason");

    public static string Total => Text.Of("Total", "Total");

    public static string SearchHint => Text.Of("Número, CAE, CUIT, cliente o pedido…", "Number, CAE, CUIT, customer or order…");

    public static string NewestFirst => Text.Of("Los más nuevos primero", "Newest first");

    public static string None => Text.Of("No hay comprobantes en esta vista", "No documents in this view");

    public static string NoneText => Text.Of(
        "Cada venta pagada recibe su factura sola, y cada cancelación su nota de crédito.", "Every paid sale gets its invoice by itself, and every cancelation its credit note.");

    public static string SetUp => Text.Of("Puesta en marcha", "Set-up");

    public static string SetUpText => Text.Of("De la razón social a la primera factura: la clave la hace Hilo y nunca sale.", "From the legal entity to the first invoice: Hilo makes the key, and it never leaves.");

    public static string Issuing => Text.Of("Emisión automática", "Issues by itself");

    public static string NotIssuing => Text.Of("Todavía no factura", "Does not issue yet");

    public static string KeyAndRequest => Text.Of("Clave y pedido", "Key and request");

    public static string Certificate => Text.Of("Certificado", "Certificate");

    public static string CertificateText => Text.Of(
        "Bajá el pedido, cargalo en ARCA (Administración de Certificados Digitales; para homologación, WSASS), vinculá el alias al servicio de Facturación Electrónica y traé el certificado.",
        "Download the request, upload it at the agency, link the alias to the electronic invoice service and bring the certificate.");

    public static string Expires(string day) => Text.Of($"Vence el {day}.", $"Expires {day}.");

    public static string DownloadRequest => Text.Of("Bajar el pedido (CSR)", "Download the request (CSR)");

    public static string TryConnection => Text.Of("Probar la conexión", "Try the connection");

    public static string ConnectionWorks => Text.Of("ARCA responde y acepta el certificado", "The agency answers and takes the certificate");

    public static string NotLetIn => Text.Of("ARCA responde y no acepta el certificado", "The agency answers and does not take the certificate");

    public static string AgencyDown => Text.Of("ARCA no responde", "The agency does not answer");

    public static string ClockIsWrong(int seconds) => Text.Of($"El reloj de ARCA y el de este servidor difieren en {Math.Abs(seconds)} segundos", $"The agency's clock and this server's are {Math.Abs(seconds)} seconds apart");

    public static string ClockIsWrongText => Text.Of("El acceso se pide con la hora de ARCA. Poné en hora el servidor: la fecha de los comprobantes sale de su reloj.", "Access is asked for with the agency's time. Set the server's clock: documents are dated by it.");

    public static string OutSince(AgencyServiceView service, string since) => service.State == AgencyServiceState.Down
        ? Text.Of($"El servicio {service.Service} no responde desde {since}", $"The service {service.Service} has not answered since {since}")
        : Text.Of($"El servicio {service.Service} dice que volvió; falta que lo demuestre (caído desde {since})", $"The service {service.Service} says that it is back and has yet to prove it (out since {since})");

    public static string OutText => Text.Of("Se prueba solo cada medio minuto; las ventas siguen y los comprobantes esperan en orden.", "It is tried again every half minute; sales go on and documents wait in order.");

    public static string Of(AgencyPoint point) => Text.Of(
        $"Punto {point.Number:D5}, {point.Kind}{(point.IsUsable ? "" : ", no se puede usar")}", $"Point {point.Number:D5}, {point.Kind}{(point.IsUsable ? "" : ", cannot be used")}");

    public static string PasteCertificate => Text.Of("Certificado que te dio ARCA", "Certificate from the agency");

    public static string PasteHint => Text.Of("Completo, con sus líneas BEGIN y END.", "Whole, with its BEGIN and END lines.");

    public static string KeepCertificate => Text.Of("Guardar el certificado", "Keep the certificate");

    public static string Checking => Text.Of("Revisando…", "Checking…");

    public static string CertificateTaken => Text.Of("El certificado es de esta clave y de este CUIT.", "The certificate is of this key and this CUIT.");

    public static string Points => Text.Of("Puntos de venta", "Points of sale");

    public static string PointsText => Text.Of(
        "Del tipo RECE para web services, y solo de Hilo: otro programa en el mismo punto pisa los números.", "Of the kind RECE for web services, and Hilo's alone: another program on it takes its numbers.");

    public static string PointNumber => Text.Of("Número", "Number");

    public static string PointChannel => Text.Of("Canal", "Channel");

    public static string EveryChannel => Text.Of("Todos los canales", "Every channel");

    public static string AddPoint => Text.Of("Agregar punto de venta", "Add point of sale");

    public static string Adding => Text.Of("Agregando…", "Adding…");

    public static string PointAdded => Text.Of("Se agregó el punto de venta.", "The point of sale was added.");

    public static string Activation => Text.Of("Facturar", "Issue");

    public static string ActivationText => Text.Of("Desde ese momento cada venta que se paga recibe su factura. Las anteriores quedan como están.", "From then on every paid sale gets its invoice. Earlier ones stay as they are.");

    public static string ActiveSince(string day) => Text.Of($"Hilo emite sus comprobantes por su cuenta desde el {day}.", $"Hilo has made its documents by itself since {day}.");

    public static string NeedsBoth => Text.Of("Antes hacen falta el certificado y un punto de venta.", "It needs the certificate and a point of sale first.");

    public static string Activate => Text.Of("Empezar a facturar", "Begin to issue");

    public static string Activating => Text.Of("Activando…", "Activating…");

    public static string Activated => Text.Of("Listo: cada venta que se pague va a tener su factura.", "Done: every sale that is paid will have its invoice.");

    public static string NewIssuer => Text.Of("Agregar un emisor", "Add an issuer");

    public static string Entity => Text.Of("Razón social", "Legal entity");

    public static string Environment => Text.Of("Entorno", "Environment");

    public static string EnvironmentHint => Text.Of("Homologación es para probar: nada vale y nada se manda a clientes. No se cambia después.", "Homologation is for tries: nothing counts and nothing goes to customers. It does not change afterwards.");

    public static string Alias => Text.Of("Alias del sistema", "Alias of the system");

    public static string AliasHint => Text.Of("Letras y números; es el nombre de esta computadora en ARCA.", "Letters and digits; the name of this computer at the agency.");

    public static string GrossIncome => Text.Of("Número de Ingresos Brutos", "Gross-income number");

    public static string GrossIncomeHint => Text.Of("Vacío: no contribuyente.", "Empty: does not contribute.");

    public static string Since => Text.Of("Inicio de actividades", "Start of activity");

    public static string ClassA => Text.Of("Habilitación para factura A", "Habilitation for class A");

    public static string MakeIssuer => Text.Of("Crear la clave y el pedido", "Make key and request");

    public static string Making => Text.Of("Creando…", "Making…");

    public static string IssuerMade => Text.Of("La clave quedó guardada y cifrada. Ahora bajá el pedido y cargalo en ARCA.", "The key is kept, encrypted. Now download the request and upload it at the agency.");

    public static string NoIssuer => Text.Of("Todavía nadie factura", "Nobody issues yet");

    public static string NoIssuerText => Text.Of("Primero cargá la razón social del comercio, con su CUIT y condición de IVA.", "First add the shop's legal entity, with its CUIT and VAT condition.");

    public static IReadOnlyList<(string Value, string Label)> Habilitations =>
        [("plain", Text.Of("Sin leyenda", "Without legend")), ("paid_to_account", Text.Of("Pago en CBU informada", "Paid to a known account")), ("subject_to_withholding", Text.Of("Operación sujeta a retención", "Subject to withholding"))];

    public static string Of(FiscalEnvironment environment) => environment switch
    {
        FiscalEnvironment.Production => Text.Of("Producción", "Production"),
        FiscalEnvironment.Homologation => Text.Of("Homologación", "Homologation"),
        _ => Text.Of("De prueba", "Sandbox"),
    };

    public static string CertificateEnds(string issuer, string day) => Text.Of($"El certificado de {issuer} vence el {day}", $"The certificate of {issuer} expires {day}");

    public static string CertificateEndsText => Text.Of("Sin certificado vigente las facturas esperan en la cola.", "Without a valid one invoices wait in the queue.");

    public static string NobodyYet => Text.Of("En cuanto haya un emisor activo, cada venta pagada recibe su factura sola.", "As soon as an issuer is active, every paid sale gets its invoice by itself.");

    public static string Print => Text.Of("Descargar PDF", "Download PDF");

    public static string Ticket => Text.Of("Ticket de 80 mm", "80 mm ticket");

    public static string Lines => Text.Of("Renglones", "Lines");

    public static string Product => Text.Of("Detalle", "Detail");

    public static string Quantity => Text.Of("Cantidad", "Quantity");

    public static string UnitPrice => Text.Of("Precio", "Price");

    public static string Discount => Text.Of("Bonificación", "Discount");

    public static string Vat => Text.Of("IVA", "VAT");

    public static string Net => Text.Of("Neto", "Net");

    public static string Exempt => Text.Of("Exento", "Exempt");

    public static string Untaxed => Text.Of("No gravado", "Untaxed");

    public static string Why => Text.Of("Por qué este comprobante", "Why this document");

    public static string Exchange => Text.Of("Lo que se habló con ARCA", "What was said to the agency");

    public static string ExchangeText => Text.Of("Sin claves. Sirve para reclamar o para el soporte.", "Without secrets. For a complaint or for support.");

    public static string NoExchange => Text.Of("Todavía no se habló con ARCA por este número.", "The agency was not asked about this number yet.");

    public static string Sent => Text.Of("Enviado", "Sent");

    public static string Answered => Text.Of("Respuesta", "Answer");

    public static string Authorization => Text.Of("Autorización", "Authorization");

    public static string Cae => "CAE";

    public static string CaeExpires => Text.Of("Vencimiento del CAE", "CAE expires");

    public static string Date => Text.Of("Fecha", "Date");

    public static string Attempts => Text.Of("Envíos", "Times sent");

    public static string Recovered => Text.Of("Se recuperó consultando el número: la respuesta se había perdido.", "Found by asking for its number: the answer had been lost.");

    public static string Related => Text.Of("Comprobantes asociados", "Associated documents");

    public static string Observations => Text.Of("Observaciones de ARCA", "Observations of the agency");

    public static string Refused => Text.Of("No se pudo autorizar", "It could not be authorized");

    public static string RefusedSafe => Text.Of("El pedido y el despacho siguen. El número quedó libre y no se perdió nada.", "Order and dispatch go on. Its number is free again and nothing is lost.");

    public static string Correct => Text.Of("Corregir y volver a enviar", "Correct and send again");

    public static string DocumentType => Text.Of("Documento", "Document");

    public static string Nobody => Text.Of("Sin identificar", "Not named");

    public static string Number => Text.Of("Número", "Number");

    public static string NumberHint => Text.Of("Con o sin guiones ni puntos.", "With or without hyphens and dots.");

    public static string Condition => Text.Of("Condición frente al IVA", "VAT condition");

    public static string Name => Text.Of("Nombre o razón social", "Name");

    public static string Send => Text.Of("Enviar de nuevo", "Send again");

    public static string Sending => Text.Of("Enviando…", "Sending…");

    public static string Corrected => Text.Of("El comprobante volvió a la cola con los datos nuevos.", "The document is in the queue again with the new data.");

    public static string AskAgain => Text.Of("Volver a consultar a ARCA", "Ask the agency again");

    public static string Ours => Text.Of("Es nuestro: adoptarlo", "It is ours: adopt it");

    public static string NotOurs => Text.Of("No es nuestro: tomar otro número", "Not ours: take another number");

    public static string Asking => Text.Of("Consultando…", "Asking…");

    public static string Asked => Text.Of("Se vuelve a consultar ese número.", "That number is asked for again.");

    public static string Release => Text.Of("Ya lo revisé: seguir", "I looked into it: go on");

    public static string Releasing => Text.Of("Siguiendo…", "Going on…");

    public static string Released => Text.Of("La serie sigue: primero se pregunta a ARCA por su último número.", "The series goes on: the agency is asked for its last number first.");

    public static string Foreign(int count) => Text.Of(
        $"Otro programa emitió {count} comprobantes en este punto de venta. Tiene que ser solo de Hilo.", $"Another program issued {count} documents on this point of sale. It must be Hilo's alone.");

    public static string Blocked(string series, int point) => Text.Of($"{series} del punto de venta {point} está detenida", $"{series} of point of sale {point} stands still");

    public static string Waiting(string series, int point, int count) => Text.Of(
        $"{series} del punto de venta {point}: {count} {(count == 1 ? "comprobante espera" : "comprobantes esperan")}", $"{series} of point of sale {point}: {count} {(count == 1 ? "document waits" : "documents wait")}");

    public static string WaitingSafe => Text.Of("La venta y el despacho siguen; salen solos y en orden.", "Sales and dispatch go on; they leave by themselves and in order.");

    public static string DueSoon(int count) => count == 1
        ? Text.Of("Una nota está por vencer y todavía no salió", "A note is due soon and is not issued yet")
        : Text.Of($"{count} notas están por vencer y todavía no salieron", $"{count} notes are due soon and are not issued yet");

    public static string DueSoonText => Text.Of("La norma da 15 días corridos desde el hecho (RG 4540/2019).", "The norm gives 15 days from the fact (RG 4540/2019).");

    public static string RetryAll => Text.Of("Reintentar las rechazadas por ARCA", "Retry those that the agency rejected");

    public static string Retried(int count) => Text.Of($"{count} volvieron a la cola.", $"{count} are in the queue again.");

    public static string DueOn(string day) => Text.Of($"Vence el {day}", $"Due {day}");

    public static string View(string tab) => tab switch
    {
        "open" => Text.Of("En la cola", "In the queue"),
        "due" => Text.Of("Por vencer", "Due soon"),
        "attention" => Text.Of("Para corregir", "To correct"),
        _ => Text.Of("Todos", "All"),
    };

    public static string NoneFound(string search) => Text.Of($"Ningún comprobante coincide con «{search}»", $"No document matches “{search}”");

    public static readonly IReadOnlyList<(string Value, string Label)> DocumentTypes = [("CUIT", "CUIT"), ("CUIL", "CUIL"), ("DNI", "DNI"), ("PASSPORT", "Pasaporte")];

    public static IReadOnlyList<(int Value, string Label)> Conditions =>
    [
        (5, Text.Of("Consumidor final", "Final consumer")), (1, Text.Of("Responsable inscripto", "Registered for VAT")), (6, Text.Of("Responsable monotributo", "Monotributo")),
        (4, Text.Of("Exento", "Exempt")), (13, Text.Of("Monotributista social", "Social monotributo")), (15, Text.Of("No alcanzado", "Not reached")),
    ];

    public static string Of(FiscalReceiver receiver) => receiver.DocumentType switch
    {
        80 or 86 => $"{(receiver.DocumentType == 80 ? "CUIT" : "CUIL")} {Format.Cuit(receiver.DocumentNumber)}",
        96 => $"DNI {receiver.DocumentNumber}",
        99 => Nobody,
        _ => $"{DocumentType} {receiver.DocumentNumber}",
    };
}
